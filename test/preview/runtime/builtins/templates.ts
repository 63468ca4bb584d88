// Hand-written templates of built-ins, in the form the template compiler emits.
import type { Template } from '../engine/types';

/** What a template may do with an element it defines: class, style. */
interface Writer {
  c(node: unknown, className: string): void;
  y(node: unknown, style: string): void;
}
type Define = (
  tag: string,
  generics: object,
  init: (node: unknown, creating: boolean) => void,
  children: Children,
) => void;
type Children = (
  creating: boolean,
  text: (content: string) => void,
  element: Define,
  branch: unknown,
  loop: unknown,
  slot: (name: string) => void,
) => void;

const template = (
  children: (write: Writer, data: Record<string, unknown>) => Children,
  bound: boolean,
): Template => ({
  content: () => (write: Writer, _creating: boolean, data: Record<string, unknown>) => ({
    C: children(write, data),
    ...(bound ? {} : { B: {} }),
  }),
});

/** No content: the built-in fills its element itself. */
export const empty: Template = template(() => () => undefined, false);

/** `<tag class="name"><slot/></tag>`; `tag` as in `h-div`. */
export const wrapped = (tag: string, className: string): Template =>
  template(
    (write) => (_creating, _text, element) =>
      element(
        tag,
        {},
        (node, creating) => {
          if (creating) write.c(node, className);
        },
        (_c, _t, _e, _b, _l, slot) => slot(''),
      ),
    false,
  );

/** Anything else: elements, text and slots in one function, run again on every change. */
export const drawn = (children: (write: Writer, data: Record<string, unknown>) => Children): Template =>
  template(children, true);
export type { Children, Define, Writer };
