// Built-ins that only hold other nodes.
import { builtin } from './define';
import { wrapped } from './templates';

/** `padding="{{[top, right, bottom, left]}}"`, px. */
function pad(style: CSSStyleDeclaration, padding: unknown): void {
  style.padding = Array.isArray(padding) ? padding.map((px) => `${String(px)}px`).join(' ') : '';
}

/**
 * root-portal: its content is put at the end of the page, where no ancestor moves or clips it; events still bubble
 * through the template's tree.
 */
function defineRootPortal(): void {
  builtin('root-portal', {
    props: { enable: { type: Boolean, value: true } },
    template: wrapped('h-div', 'wx-portal'),
    setup(host) {
      const content = host.element.querySelector(':scope > .wx-portal');
      if (!content) throw new Error('root-portal has no content');
      const place = (): void => (host.props.enable ? host.document.body : host.element).append(content);
      return {
        attached: place,
        detached: () => content.remove(),
        changed: { enable: () => host.element.isConnected && place() },
      };
    },
  });
}

/** view, cover-view, grid and sticky containers and what else is a box with a slot. */
export function defineContainers(): void {
  builtin('view');
  builtin('cover-view', {
    props: { scrollTop: null },
    setup: (host) => ({
      changed: {
        scrollTop(top) {
          const px = parseFloat(String(top));
          host.element.style.overflowY = Number.isNaN(px) ? '' : 'auto';
          if (!Number.isNaN(px)) host.element.scrollTop = px;
        },
      },
    }),
  });
  builtin('swiper-item', { props: { itemId: String }, ignores: 'skipHiddenItemLayout' });
  defineRootPortal();
  builtin('keyboard-accessory', { standIn: true });
  builtin('share-element', {
    standIn: true,
    ignores:
      'key mapkey transform duration easingFunction transitionOnGesture shuttleOnPush shuttleOnPop rectTweenType',
  });
  builtin('grid-view', {
    props: {
      crossAxisCount: { type: Number, value: 2 },
      mainAxisGap: Number,
      crossAxisGap: Number,
      padding: null,
    },
    ignores: 'type maxCrossAxisExtent',
    setup: (host) => ({
      render({ crossAxisCount, mainAxisGap, crossAxisGap, padding }) {
        const { style } = host.element;
        style.gridTemplateColumns = `repeat(${Math.max(1, crossAxisCount)}, minmax(0, 1fr))`;
        style.gap = `${mainAxisGap}px ${crossAxisGap}px`;
        pad(style, padding);
      },
    }),
  });
  builtin('list-view', {
    props: { padding: null },
    setup: (host) => ({ render: ({ padding }) => pad(host.element.style, padding) }),
  });
  builtin('sticky-section', {
    props: { padding: null },
    ignores: 'pushPinnedHeader+',
    setup: (host) => ({
      render: ({ padding }) => pad(host.element.style, padding),
    }),
  });
  builtin('sticky-header', {
    props: { offsetTop: Number, padding: null },
    setup: (host) => ({
      render({ offsetTop, padding }) {
        host.element.style.top = `${offsetTop}px`;
        pad(host.element.style, padding);
      },
    }),
  });
  for (const name of ['span', 'selection', 'custom-wrapper']) builtin(name);
}
