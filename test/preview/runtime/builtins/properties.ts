// The property table of a built-in and the value types that follow from it.

type Scalar =
  | StringConstructor
  | NumberConstructor
  | BooleanConstructor
  | ArrayConstructor
  | ObjectConstructor
  | null;
interface Full {
  type: Scalar;
  value?: unknown;
}
export type PropertyTable = Record<string, Scalar | Full>;

type Of<S> = S extends StringConstructor
  ? string
  : S extends NumberConstructor
    ? number
    : S extends BooleanConstructor
      ? boolean
      : S extends ArrayConstructor
        ? readonly unknown[]
        : S extends ObjectConstructor
          ? Record<string, unknown> | null
          : unknown;

/** `{ src: String, size: { type: Number, value: 23 } }` → `{ src: string; size: number }`; `null` means any type. */
export type Values<P extends PropertyTable> = {
  [K in keyof P]: P[K] extends { type: infer T } ? Of<T> : Of<P[K]>;
};
