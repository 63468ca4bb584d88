// Values of unknown type as WeChat shows them.

/** '' for null and undefined; an object is "[object Object]", as in a template. */
export function asText(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      return value === null || value === undefined ? '' : Object.prototype.toString.call(value);
  }
}

/** `showProgress` → `show-progress`: how templates and style sheets write a name. */
export const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
