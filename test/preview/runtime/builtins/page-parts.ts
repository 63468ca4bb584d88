// Tags that speak about the page they stand in: page-meta, navigation-bar, page-container, match-media.
import type { HostPorts, TextSizePort } from '../ports/host';
import { builtin } from './define';
import { drawn } from './templates';

function definePageMeta(ports: HostPorts, textSize: () => TextSizePort): void {
  builtin('page-meta', {
    props: {
      backgroundTextStyle: String,
      backgroundColor: String,
      rootBackgroundColor: String,
      rootFontSize: String,
      pageFontSize: String,
      pageStyle: String,
      scrollTop: null,
    },
    ignores: 'pageOrientation scrollDuration backgroundColorTop backgroundColorBottom',
    setup(host) {
      const page = () => ports.pages.of(host.component) ?? undefined;
      const sized = (size: string): string => (size === 'system' ? `${textSize().px()}px` : size);
      const root = (size: string) => void (host.document.documentElement.style.fontSize = sized(size));
      const styled = (): void => {
        const { pageStyle, pageFontSize } = host.props;
        host.document.body.setAttribute('style', pageStyle);
        if (pageFontSize !== '') host.document.body.style.fontSize = sized(pageFontSize);
      };
      const stop = textSize().onChange(() => {
        root(host.props.rootFontSize);
        styled();
      });
      return {
        detached: stop,
        changed: {
          pageStyle: styled,
          rootBackgroundColor: (color) => void (host.document.documentElement.style.backgroundColor = color),
          rootFontSize: root,
          pageFontSize: styled,
          backgroundColor: (color) => ports.decor.setPageDecor({ backgroundColor: color }, page()),
          backgroundTextStyle: (style) => {
            if (style === 'dark' || style === 'light')
              ports.decor.setPageDecor({ backgroundTextStyle: style }, page());
          },
          scrollTop: (value) => {
            const top = parseFloat(String(value));
            if (!Number.isNaN(top)) host.window.scrollTo({ top, behavior: 'smooth' });
          },
        },
        attached: () => {
          // Properties of the template come before the page's body is in its place.
          styled();
          host.window.addEventListener('scroll', () =>
            host.emit('scroll', { scrollTop: host.window.scrollY }),
          );
        },
      };
    },
  });
}

function defineNavigationBar(ports: HostPorts): void {
  builtin('navigation-bar', {
    props: {
      title: String,
      loading: Boolean,
      frontColor: String,
      backgroundColor: String,
    },
    ignores: 'colorAnimationDuration colorAnimationTimingFunc',
    setup: (host) => ({
      render({ title, loading, frontColor, backgroundColor }) {
        ports.decor.setNavigationBar(
          {
            loading,
            ...(title === '' ? {} : { title }),
            ...(backgroundColor === '' ? {} : { backgroundColor }),
            ...(frontColor === '' ? {} : { textStyle: frontColor === '#ffffff' ? 'white' : 'black' }),
          },
          ports.pages.of(host.component) ?? undefined,
        );
      },
    }),
  });
}

/** An overlay behind the content; a tap on it fires an event. */
const containerTemplate = drawn((write) => (_creating, _text, element) => {
  const classed = (name: string) => (node: unknown, creating: boolean) => creating && write.c(node, name);
  element('h-div', {}, classed('wx-container-cover'), () => undefined);
  element('h-div', {}, classed('wx-container-content'), (_c, _t, _e, _b, _l, slot) => slot(''));
});

function definePageContainer(ports: HostPorts): void {
  builtin('page-container', {
    props: {
      show: Boolean,
      duration: { type: Number, value: 300 },
      zIndex: { type: Number, value: 100 },
      overlay: { type: Boolean, value: true },
      position: { type: String, value: 'bottom' },
      round: Boolean,
      overlayStyle: String,
      customStyle: String,
    },
    ignores: 'closeOnSlideDown',
    template: containerTemplate,
    setup(host) {
      const [cover, content] = [...host.element.children];
      cover?.addEventListener('click', () => host.emit('clickoverlay', {}));
      let asked = false;
      let shown = false;
      let closed = (): void => undefined;
      const turn = (show: boolean): void => {
        if (show === shown) return;
        shown = show;
        closed();
        if (show) {
          // As if it were a page: going back closes it, though `show` stays true until the program changes it.
          const opened = ports.pages.of(host.component)?.leaving.opened(() => turn(false));
          closed = opened ?? closed;
        }
        host.element.toggleAttribute('shown', show);
        const stages = show ? ['beforeenter', 'enter'] : ['beforeleave', 'leave'];
        for (const stage of stages) host.emit(stage, {});
        setTimeout(() => host.emit(show ? 'afterenter' : 'afterleave', {}), host.props.duration);
      };
      return {
        detached: () => closed(),
        render({ show, zIndex, position, round, customStyle, overlay, overlayStyle, duration }) {
          const { element } = host;
          element.style.zIndex = String(zIndex);
          cover?.setAttribute('style', `transition-duration:${duration}ms;${overlayStyle}`);
          content?.setAttribute('style', `transition-duration:${duration}ms;${customStyle}`);
          cover?.toggleAttribute('hidden', !overlay);
          element.setAttribute('position', position);
          element.toggleAttribute('round', round);
          if (show !== asked) turn(show);
          asked = show;
        },
      };
    },
  });
}

function defineMatchMedia(): void {
  const limits = ['minWidth', 'maxWidth', 'width', 'minHeight', 'maxHeight', 'height'] as const;
  const css = (name: string): string => name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`);
  builtin('match-media', {
    props: {
      minWidth: null,
      maxWidth: null,
      width: null,
      minHeight: null,
      maxHeight: null,
      height: null,
      orientation: String,
    },
    setup: (host) => ({
      render(values) {
        const parts = limits.flatMap((name) => {
          const value = parseFloat(String(values[name]));
          return Number.isNaN(value) ? [] : [`(${css(name)}: ${value}px)`];
        });
        if (values.orientation !== '') parts.push(`(orientation: ${values.orientation})`);
        host.element.toggleAttribute('hidden', !host.window.matchMedia(parts.join(' and ') || 'all').matches);
      },
    }),
  });
}

export function definePageParts(ports: HostPorts, textSize: () => TextSizePort): void {
  definePageMeta(ports, textSize);
  defineNavigationBar(ports);
  definePageContainer(ports);
  defineMatchMedia();
}
