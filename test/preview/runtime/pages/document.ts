// The document inside a page's iframe: standards mode, base sheet, plain ids, rpx in inline styles.
import { forgetWidth, rpxOf, setWidth } from '../phone/rpx';
import { applyInsets, replaceSafeArea } from '../phone/safe-area';
import { addFonts } from './fonts';

const adapted = new WeakSet<Window>();

export type PageWindow = Window & typeof globalThis;

export interface DocumentOptions {
  /** Base sheet of the built-ins. */
  css: string;
  /** Empty: the text is not seen. */
  fontCssUrl: string;
  theme: 'light' | 'dark';
  /** Of the window, CSS px. */
  width: number;
  /** Of the text, of its normal size; 1 when absent. */
  textZoom?: number;
}

/** about:blank is in quirks mode, so the document is written anew. Call after the iframe is in the page. */
export function openDocument(frame: HTMLIFrameElement, options: DocumentOptions): PageWindow {
  const view = frame.contentWindow as PageWindow | null;
  if (!view) throw new Error('the iframe of a page must be in the document first');
  const page = view.document;
  page.open();
  page.write('<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"></head><body></body></html>');
  page.close();
  if (options.fontCssUrl !== '') addFonts(view, options.fontCssUrl);
  const base = page.createElement('style');
  base.dataset['src'] = 'preview';
  base.textContent = options.css;
  page.head.append(base);
  markTheme(view, options.theme);
  setWidth(view, options.width);
  view.addEventListener('resize', () => forgetWidth(view));
  applyInsets(view);
  adaptElements(view);
  return view;
}

export function markTheme(view: Window, theme: 'light' | 'dark'): void {
  view.document.documentElement.style.colorScheme = theme;
  view.document.documentElement.dataset['theme'] = theme;
}

// glass-easel writes ids as `<prefix>--<id>` and styles as the app wrote them; both are changed back by patching the
// classes of the page's own window, where no other code runs.
function adaptElements(view: PageWindow): void {
  // Only once for a window: a document that is written anew keeps its classes.
  if (adapted.has(view)) return;
  adapted.add(view);
  const { prototype } = view.Element;
  const setAttribute = prototype.setAttribute;
  const resolve = (style: string): string => replaceSafeArea(rpxOf(style, view));
  prototype.setAttribute = function (name, value) {
    const text = name === 'style' ? resolve(String(value)) : value;
    setAttribute.call(this, name, text);
  };
  Object.defineProperty(prototype, 'id', {
    configurable: true,
    get(this: Element) {
      return this.getAttribute('id') ?? '';
    },
    set(this: Element, id: unknown) {
      setAttribute.call(this, 'id', String(id).replace(/^.*?--/, ''));
    },
  });
}
