// scroll-view: the host element itself scrolls.
import { builtin } from './define';
import { dragByMouse } from './mouse-drag';
import { Refresher } from './refresher';
import { ignoredByScrollView, scrollProperties, type ScrollHost } from './scroll-properties';
import { wrapped } from './templates';

/** Tells when the view reaches its edges, once per visit and only in the direction of travel. */
class Edges {
  private at = { upper: true, lower: false };
  private last = { left: 0, top: 0 };

  constructor(private readonly host: ScrollHost) {}

  moved(): void {
    const { element, props: values } = this.host;
    const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = element;
    const deltaX = this.last.left - scrollLeft;
    const deltaY = this.last.top - scrollTop;
    this.last = { left: scrollLeft, top: scrollTop };
    this.host.emit('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY });
    const vertical = values.scrollY;
    const position = vertical ? scrollTop : scrollLeft;
    const rest = vertical ? scrollHeight - clientHeight - scrollTop : scrollWidth - clientWidth - scrollLeft;
    const back = (vertical ? deltaY : deltaX) > 0;
    const upper = position <= number(values.upperThreshold, 50);
    const lower = rest <= number(values.lowerThreshold, 50);
    if (upper && back && !this.at.upper)
      this.host.emit('scrolltoupper', { direction: vertical ? 'top' : 'left' });
    if (lower && !back && !this.at.lower)
      this.host.emit('scrolltolower', { direction: vertical ? 'bottom' : 'right' });
    this.at = { upper, lower };
  }
}

const number = (value: unknown, otherwise: number): number => {
  const read = parseFloat(String(value));
  return Number.isNaN(read) ? otherwise : read;
};

function scrollTo(host: ScrollHost, target: ScrollToOptions): void {
  const behavior = host.props.scrollWithAnimation ? 'smooth' : 'auto';
  const go = (): void => host.element.scrollTo({ ...target, behavior });
  // At once for what is there, and again when the update that came with it is through: no later, since whoever scrolls then
  // would be pulled back.
  go();
  queueMicrotask(go);
}

function scrollToChild(host: ScrollHost, id: string): void {
  const child = host.element.querySelector(`#${CSS.escape(id)}`);
  if (!child) return;
  const view = host.element.getBoundingClientRect();
  const place = child.getBoundingClientRect();
  const { scrollX, scrollY, scrollIntoViewOffset: offset, scrollIntoViewAlignment: alignment } = host.props;
  // The share of the free room that lies before the child.
  const share = alignment === 'end' ? 1 : alignment === 'center' ? 0.5 : 0;
  const down = place.top - view.top - (host.element.clientHeight - place.height) * share;
  const right = place.left - view.left - (host.element.clientWidth - place.width) * share;
  host.element.scrollTo({
    ...(scrollY ? { top: host.element.scrollTop + down + offset } : {}),
    ...(scrollX ? { left: host.element.scrollLeft + right + offset } : {}),
    behavior: host.props.scrollWithAnimation ? 'smooth' : 'auto',
  });
}

/** dragstart, dragging and dragend of an enhanced one. */
function tellDrags(host: ScrollHost): void {
  const tell = (type: string, more: object = {}): void => {
    const { scrollTop, scrollLeft } = host.element;
    if (host.props.enhanced) host.emit(type, { scrollTop, scrollLeft, ...more });
  };
  let dragging = false;
  host.listen('touchmove', () => {
    tell(dragging ? 'dragging' : 'dragstart');
    dragging = true;
  });
  for (const end of ['touchend', 'touchcancel'])
    host.listen(end, () => {
      if (dragging) tell('dragend', { velocity: { x: 0, y: 0 } });
      dragging = false;
    });
}

/** ScrollViewContext, which a selector query's node() gives for an enhanced scroll-view. */
function contextOf(host: ScrollHost): object {
  const { element } = host;
  return {
    scrollEnabled: true,
    bounces: host.props.bounces,
    showScrollbar: host.props.showScrollbar,
    scrollTo: ({ top, left, animated = true }: { top?: number; left?: number; animated?: boolean }) =>
      element.scrollTo({
        ...(top === undefined ? {} : { top }),
        ...(left === undefined ? {} : { left }),
        behavior: animated ? 'smooth' : 'auto',
      }),
    scrollIntoView: (selector: string) => element.querySelector(selector)?.scrollIntoView({ block: 'start' }),
    triggerRefresh: () => host.set({ refresherTriggered: true }),
    closeRefresh: () => host.set({ refresherTriggered: false }),
  };
}

export function defineScrollView(): void {
  builtin('scroll-view', {
    props: scrollProperties,
    ignores: ignoredByScrollView,
    template: wrapped('h-div', 'wx-scroll-content'),
    setup(host) {
      const { element } = host;
      const edges = new Edges(host);
      const refresher = new Refresher(host);
      element.addEventListener('scroll', () => edges.moved(), { passive: true });
      dragByMouse(element, host.window, () => host.props.scrollX);
      tellDrags(host);
      let wanted = '';
      return {
        scroller: element,
        node: () => contextOf(host),
        changed: {
          scrollTop: (value) => {
            const top = number(value, NaN);
            if (!Number.isNaN(top)) scrollTo(host, { top });
          },
          scrollLeft: (value) => {
            const left = number(value, NaN);
            if (!Number.isNaN(left)) scrollTo(host, { left });
          },
          scrollIntoView: (id) => {
            wanted = id;
            // The target may be part of the same update.
            if (id !== '') setTimeout(() => wanted === id && scrollToChild(host, id), 0);
          },
          refresherTriggered: (on) => refresher.trigger(on),
        },
        render(values) {
          const still = values.clip ? 'hidden' : 'visible';
          element.style.overflowX = values.scrollX ? 'auto' : still;
          element.style.overflowY = values.scrollY ? 'auto' : still;
          element.toggleAttribute('enable-flex', values.enableFlex);
          element.toggleAttribute('no-bar', values.enhanced && !values.showScrollbar);
          element.toggleAttribute('paging', values.enhanced && values.pagingEnabled);
          element.toggleAttribute('reverse', values.reverse);
          element.style.overscrollBehavior = values.bounces ? '' : 'none';
          if (Array.isArray(values.padding))
            element.style.padding = values.padding.map((px) => `${String(px)}px`).join(' ');
          refresher.paint();
        },
      };
    },
  });
}
