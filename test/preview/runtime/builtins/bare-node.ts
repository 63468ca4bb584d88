// DOM nodes that a program gets (a canvas and its pictures), made so that the program can draw with them but reach
// nothing else of the browser.

const WAYS_OUT = [
  'ownerDocument',
  'baseURI',
  'parentNode',
  'parentElement',
  'offsetParent',
  'assignedSlot',
  'nextSibling',
  'previousSibling',
  'nextElementSibling',
  'previousElementSibling',
  'getRootNode',
  'closest',
];

/**
 * Hides the properties that lead to the document. Only for nodes that are no target of events: from a target the host
 * walks up the tree.
 */
export function withoutDocument<T extends Node>(node: T): T {
  const nothing = { value: undefined, configurable: true };
  Object.defineProperties(node, Object.fromEntries(WAYS_OUT.map((name) => [name, nothing])));
  return node;
}

/**
 * `canvas.createImage()`: its `src` takes what `<image>` takes, files of the package and wxfile:// among them.
 * @param urlOf from what is written to what the browser can load
 */
export function pictureFor(view: typeof globalThis, urlOf: (source: string) => string): HTMLImageElement {
  const picture = withoutDocument(new view.Image());
  let written = '';
  Object.defineProperty(picture, 'src', {
    configurable: true,
    enumerable: true,
    get: () => written,
    set(value: unknown) {
      written = String(value);
      picture.setAttribute('src', urlOf(written));
    },
  });
  return picture;
}
