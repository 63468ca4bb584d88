// Style sheets of one page: the compiled WXSS with its scope marker and rpx resolved for this page's window.
import { replaceRpx } from '../rpx';

const SCOPE_MARKER = /__S__/g;

/** @param scope prefix of class names, empty for shared sheets */
export function scopeSheet(css: string, scope: string): string {
  return css.replace(SCOPE_MARKER, scope === '' ? '' : `${scope}--`);
}

interface Injected {
  element: HTMLStyleElement;
  css: string;
}

export class PageSheets {
  private readonly injected: Injected[] = [];
  private readonly known = new Set<string>();

  constructor(
    private readonly view: Window,
    private readonly cssOf: (path: string) => string | undefined,
  ) {}

  /** Adds the sheet once. @returns false when the component has no WXSS */
  add(path: string, scope: string): boolean {
    const source = this.cssOf(path);
    if (source === undefined) return false;
    const key = `${path}|${scope}`;
    if (this.known.has(key)) return true;
    this.known.add(key);
    const element = this.view.document.createElement('style');
    element.dataset['src'] = `${path}.wxss`;
    const css = scopeSheet(source, scope);
    element.textContent = this.inPixels(css);
    this.view.document.head.append(element);
    this.injected.push({ element, css });
    return true;
  }

  /** Converts rpx anew after the window changed its width. */
  refresh(): void {
    for (const { element, css } of this.injected) element.textContent = this.inPixels(css);
  }

  inPixels(text: string): string {
    return replaceRpx(text, this.view.innerWidth, this.view.devicePixelRatio);
  }
}
