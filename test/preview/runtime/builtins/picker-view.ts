// picker-view and its columns, on CSS scroll snapping.
import { builtin } from './define';
import { builtinAt, type BuiltinHandle } from './handle';
import { ownersClasses } from './owners-classes';
import { drawn, wrapped } from './templates';
import { asText } from '../engine/text';

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
      const row = (): number => {
        const indicator = host.element
          .closest('wx-picker-view')
          ?.querySelector<HTMLElement>('.wx-picker-indicator');
        return indicator?.offsetHeight || ROW_PX;
      };
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
          if (isImmediate(host.element)) settled();
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

const isImmediate = (column: Element): boolean =>
  parentOf(column)?.component.data['immediateChange'] === true;

/**
 * The mask over the rows that are not chosen, and the strip around the chosen one; both may be given style and class.
 */
const viewTemplate = drawn((write, data) => (_creating, _text, element, _branch, _loop, slot) => {
  const layer = (name: string, kind: 'mask' | 'indicator') => (node: unknown) => {
    write.c(node, `${name} ${ownersClasses(data[`${kind}Class`])}`);
    write.y(node, asText(data[`${kind}Style`]));
  };
  slot('');
  element('h-div', {}, layer('wx-picker-mask', 'mask'), () => undefined);
  element('h-div', {}, layer('wx-picker-indicator', 'indicator'), () => undefined);
});

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
    template: viewTemplate,
    setup(host) {
      // The strip's height is that of a row.
      const measure = (): void => {
        const strip = host.element.querySelector<HTMLElement>('.wx-picker-indicator');
        if (strip && strip.offsetHeight > 0)
          host.element.style.setProperty('--row', `${strip.offsetHeight}px`);
      };
      const apply = (): void =>
        wheelsOf(host.element).forEach((wheel, column) => wheel.go(Number(host.props.value[column] ?? 0)));
      return {
        attached: () =>
          void setTimeout(() => {
            measure();
            apply();
          }, 0),
        render: measure,
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
