// DOM nodes that a program holds in its hands (canvas, pictures for it): they draw, and lead to nothing else of the browser.

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

/** Hides the ways to the document. Only for nodes that no event is about: the host looks upwards from those. */
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
