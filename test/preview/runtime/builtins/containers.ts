// Built-ins that only hold other nodes.
import { builtin } from './define';

/** view, cover-view, grid and sticky containers, root-portal and what else is a box with a slot. */
export function defineContainers(): void {
  builtin('view');
  builtin('cover-view', { props: { scrollTop: null } });
  builtin('swiper-item', { props: { itemId: String, skipHiddenItemLayout: Boolean } });
  builtin('root-portal', { props: { enable: { type: Boolean, value: true } } });
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
