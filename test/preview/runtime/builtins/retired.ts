// Tags of WeChat's first versions, which left its documentation when wx.showToast and its kin came, and still work:
// loading, toast, modal, action-sheet.
import { builtin, type BuiltinHost } from './define';
import { builtinAt } from './handle';
import { draw } from './icon';
import { drawn, type Define } from './templates';

/** A `div` of this class; what is in it is filled by hand unless `slotted`. */
function box(
  element: Define,
  write: { c(node: unknown, name: string): void },
  name: string,
  slotted = false,
): void {
  element(
    'h-div',
    {},
    (node, creating) => creating && write.c(node, name),
    (_creating, _text, _element, _branch, _loop, slot) => slotted && slot(''),
  );
}

/** The boxes of a notice side by side, the last but one or the last of them with the program's content. */
const boxes = (names: readonly string[], slotted: string) =>
  drawn((write) => (_creating, _text, element) => {
    for (const name of names) box(element, write, name, name === slotted);
  });

function part(host: BuiltinHost<object>, name: string): HTMLElement {
  const found = host.element.querySelector<HTMLElement>(`:scope > .${name}`);
  if (!found) throw new Error(`<${host.name}> has no ${name}`);
  return found;
}

function defineToast(): void {
  builtin('toast', {
    props: {
      icon: { type: String, value: 'success_no_circle' },
      duration: { type: Number, value: 1500 },
    },
    template: boxes(['wx-notice-icon', 'wx-notice-words'], 'wx-notice-words'),
    setup(host) {
      let timer = 0;
      const start = (): void => {
        host.window.clearTimeout(timer);
        const { hidden, duration } = host.props;
        // The program hides it; it is only told when.
        if (!hidden && duration > 0)
          timer = host.window.setTimeout(() => host.emit('change', { value: host.props.hidden }), duration);
      };
      return {
        render: ({ icon }) => void (part(host, 'wx-notice-icon').innerHTML = draw(icon, '#fff')),
        changed: { hidden: start, duration: start },
        detached: () => host.window.clearTimeout(timer),
      };
    },
  });
}

function defineModal(): void {
  builtin('modal', {
    props: {
      title: String,
      noCancel: Boolean,
      confirmText: { type: String, value: '确定' },
      cancelText: { type: String, value: '取消' },
    },
    template: drawn((write) => (_creating, _text, element) => {
      box(element, write, 'wx-retired-cover');
      element(
        'h-div',
        {},
        (node, creating) => creating && write.c(node, 'wx-modal-box'),
        (_c, _t, inner) => {
          box(inner, write, 'wx-modal-title');
          box(inner, write, 'wx-modal-content', true);
          box(inner, write, 'wx-modal-cancel');
          box(inner, write, 'wx-modal-confirm');
        },
      );
    }),
    setup(host) {
      const dialog = part(host, 'wx-modal-box');
      const [title, , cancel, confirm] = [...dialog.children];
      for (const away of [part(host, 'wx-retired-cover'), cancel])
        away?.addEventListener('click', () => host.emit('cancel'));
      confirm?.addEventListener('click', () => host.emit('confirm'));
      return {
        render(values) {
          title?.replaceChildren(values.title);
          cancel?.replaceChildren(values.cancelText);
          cancel?.toggleAttribute('hidden', values.noCancel);
          confirm?.replaceChildren(values.confirmText);
        },
      };
    },
  });
}

function defineActionSheet(): void {
  builtin('action-sheet', {
    props: { hidden: { type: Boolean, value: true } },
    template: boxes(['wx-retired-cover', 'wx-sheet-items'], 'wx-sheet-items'),
    setup(host) {
      // The program hides it; it is only told that the person wants it away.
      const leave = (): void => void host.emit('change');
      part(host, 'wx-retired-cover').addEventListener('click', leave);
      return {
        render: ({ hidden }) => void host.element.toggleAttribute('hidden', hidden),
        receive: leave,
      };
    },
  });
  builtin('action-sheet-item');
  builtin('action-sheet-cancel', {
    setup(host) {
      host.listen('tap', () => {
        const sheet = host.element.closest('wx-action-sheet');
        builtinAt(sheet)?.hooks.receive?.('cancel', host.element);
      });
      return {};
    },
  });
}

export function defineRetired(): void {
  builtin('loading', { template: boxes(['wx-notice-spinner', 'wx-notice-words'], 'wx-notice-words') });
  defineToast();
  defineModal();
  defineActionSheet();
}
