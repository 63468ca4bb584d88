// Safe areas: the browser's `env(safe-area-inset-*)` is 0 on a desk, so a page reads custom properties instead, which follow
// where the page stands: under the status bar or below it, above the home indicator or above the tab bar.

export interface Insets {
  /** CSS pixels of the page that lie under the status bar. */
  top: number;
  /** CSS pixels of the page that belong to the home indicator. */
  bottom: number;
}

const insetsOf = new WeakMap<Element, Insets>();
const INSET = /\b(?:env|constant)\(\s*safe-area-inset-(top|right|bottom|left)\s*(?:,[^()]*)?\)/gi;

/** For a sheet or a `style` value. */
export function replaceSafeArea(text: string): string {
  return text.includes('safe-area-inset') ? text.replace(INSET, 'var(--safe-area-inset-$1, 0px)') : text;
}

/** Where the page in this iframe stands now; reaches its document at once when it is open. */
export function setInsets(frame: HTMLIFrameElement, insets: Insets): void {
  insetsOf.set(frame, insets);
  if (frame.contentDocument) writeInsets(frame.contentDocument, insets);
}

/** Called when a page's document has been written anew. */
export function applyInsets(view: Window): void {
  const insets = view.frameElement && insetsOf.get(view.frameElement);
  if (insets) writeInsets(view.document, insets);
}

function writeInsets(document: Document, { top, bottom }: Insets): void {
  const { style } = document.documentElement;
  style.setProperty('--safe-area-inset-top', `${top}px`);
  style.setProperty('--safe-area-inset-bottom', `${bottom}px`);
}
