// Built-ins that only hold other nodes.
import { builtin } from './define';
import { wrapped } from './templates';

/** root-portal: its content stands at the end of the page, where no ancestor moves or cuts it; events take the way of the tree. */
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
  builtin('cover-view', { props: { scrollTop: null } });
  builtin('swiper-item', { props: { itemId: String, skipHiddenItemLayout: Boolean } });
  defineRootPortal();
  builtin('keyboard-accessory');
  builtin('share-element', {
    props: { mapkey: String, transform: Boolean, duration: Number, easingFunction: String },
  });
  builtin('grid-view', {
    props: { type: String, crossAxisCount: Number, mainAxisGap: Number, crossAxisGap: Number },
  });
  builtin('list-view');
  builtin('sticky-section', { props: { pushPinnedHeader: { type: Boolean, value: true } } });
  builtin('sticky-header', { props: { offsetTop: Number } });
}
