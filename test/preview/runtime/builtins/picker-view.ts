// picker-view and its columns, on CSS scroll snapping.
import { builtin } from './define';
import { builtinAt, type BuiltinHandle } from './handle';
import { wrapped } from './templates';

const ROW_PX = 34;
/** A wheel counts as resting when it has not moved for this long. */
const REST_MS = 120;

interface Wheel {
  index(): number;
  go(index: number): void;
}

const isWheel = (node: unknown): node is Wheel =>
  typeof node === 'object' && node !== null && 'index' in node && 'go' in node;

function wheelsOf(view: Element): Wheel[] {
  return [...view.querySelectorAll('wx-picker-view-column')].flatMap((element) => {
    const node = builtinAt(element)?.hooks.node?.();
    return isWheel(node) ? [node] : [];
  });
}

function defineColumn(): void {
  builtin('picker-view-column', {
    template: wrapped('h-div', 'wx-wheel'),
    setup(host) {
      const list = host.element.querySelector<HTMLElement>('.wx-wheel');
      if (!list) throw new Error('picker-view-column has no list');
      const row = (): number =>
        (list.firstElementChild instanceof host.window.HTMLElement
          ? list.firstElementChild.offsetHeight
          : 0) || ROW_PX;
      const index = (): number =>
        Math.max(0, Math.min(Math.round(list.scrollTop / row()), list.children.length - 1));
      let rest: ReturnType<typeof setTimeout> | undefined;
      let last = 0;
      const settled = (): void => {
        if (index() === last) return;
        last = index();
        parentOf(host.element)?.hooks.receive?.('change', host.element);
      };
      list.addEventListener(
        'scroll',
        () => {
          if (rest === undefined) parentOf(host.element)?.hooks.receive?.('pickstart', host.element);
          clearTimeout(rest);
          rest = setTimeout(() => {
            rest = undefined;
            settled();
            parentOf(host.element)?.hooks.receive?.('pickend', host.element);
          }, REST_MS);
        },
        { passive: true },
      );
      const wheel: Wheel = {
        index,
        go(to) {
          last = to;
          list.scrollTop = to * row();
        },
      };
      return { node: () => wheel };
    },
  });
}

const parentOf = (column: Element): BuiltinHandle | null => builtinAt(column.closest('wx-picker-view'));

export function definePickerView(): void {
  builtin('picker-view', {
    props: {
      value: { type: Array, value: [] },
      indicatorStyle: String,
      indicatorClass: String,
      maskStyle: String,
      maskClass: String,
      immediateChange: Boolean,
    },
    setup(host) {
      const apply = (): void =>
        wheelsOf(host.element).forEach((wheel, column) => wheel.go(Number(host.props.value[column] ?? 0)));
      return {
        attached: () => void setTimeout(apply, 0),
        changed: { value: apply },
        receive(message) {
          if (message !== 'change') {
            host.emit(message, {});
            return;
          }
          const value = wheelsOf(host.element).map((wheel) => wheel.index());
          host.set({ value });
          host.emit('change', { value });
        },
      };
    },
  });
  defineColumn();
}
