// Style sheets of one page: the compiled WXSS with its scope marker and rpx resolved for this page's window.
import type { Theme } from '../ports/values';
import { forgetWidth, hasRpx, rpxOf, widthOf } from '../phone/rpx';
import { replaceSafeArea } from '../phone/safe-area';
import { zoomText } from '../phone/text-zoom';

const SCOPE_MARKER = /__S__/g;

/** @param scope prefix of class names, empty for shared sheets */
export function scopeSheet(css: string, scope: string): string {
  return css.replace(SCOPE_MARKER, scope === '' ? '' : `${scope}--`);
}

/**
 * The simulated theme decides `prefers-color-scheme`, whatever the browser's own is.
 */
export function themeSheet(css: string, theme: Theme): string {
  return css.replace(/\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g, (_, wanted: string) =>
    wanted === theme ? '(min-width: 0px)' : '(max-width: 0px)',
  );
}

interface Injected {
  path: string;
  scope: string;
  element: HTMLStyleElement;
  source: string;
  /** What stands in the element. */
  rendered: string;
}

/** A sheet as it was written last. */
interface Rendered {
  source: string;
  has_rpx: boolean;
  /** All else that it was made for. */
  look: string;
  text: string;
}
/** By code path and scope: page after page has the same sheets. */
const written = new Map<string, Rendered>();

export class PageSheets {
  private readonly injected: Injected[] = [];
  private readonly known = new Set<string>();

  constructor(
    private readonly view: Window,
    private readonly cssOf: (path: string) => string | undefined,
    private readonly theme: () => Theme,
    private readonly textZoom: () => number,
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
    const rendered = this.render(source, path, scope);
    element.textContent = rendered;
    this.view.document.head.append(element);
    this.injected.push({ path, scope, element, source, rendered });
    return true;
  }

  /** Code path and scope of every sheet, in their order. */
  list(): [path: string, scope: string][] {
    return this.injected.map(({ path, scope }) => [path, scope]);
  }

  /** Writes anew what is other since the window changed its width, the system its theme, or the reader the size of text. */
  refresh(): void {
    forgetWidth(this.view);
    for (const sheet of this.injected) {
      const rendered = this.render(sheet.source, sheet.path, sheet.scope);
      if (rendered === sheet.rendered) continue;
      sheet.rendered = rendered;
      sheet.element.textContent = rendered;
    }
  }

  private render(source: string, path: string, scope: string): string {
    const key = `${path}|${scope}`;
    const last = written.get(key);
    const has_rpx = last?.source === source ? last.has_rpx : hasRpx(source);
    const { view } = this;
    const width = has_rpx ? `${widthOf(view)} ${view.devicePixelRatio}` : '';
    const look = `${width} ${this.textZoom()} ${this.theme()}`;
    if (last?.source === source && last.look === look) return last.text;
    const sized = rpxOf(scopeSheet(source, scope), view);
    const text = themeSheet(zoomText(replaceSafeArea(sized), this.textZoom()), this.theme());
    written.set(key, { source, has_rpx, look, text });
    return text;
  }
}
