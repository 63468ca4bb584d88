// How tests name what they mean, and how it is found in the DOM that the runtime builds.
import { selectors } from 'playwright-core';
import type { Frame, Locator, Page } from 'playwright-core';

/**
 * - a WXML selector as the mini program would write it: `#save`, `.row`, `t-cell`, `item-card >>> .title`
 * - `{text}`: what a person reads; exact unless it is a RegExp
 * - `{within, text}`: the same inside what a WXML selector finds
 * - `{css}`: a selector on the DOM itself (`wx-button[disabled]`)
 * - `{shell}`: visible text in the bars, dialogs and sheets around the page
 */
export type Target =
  | string
  | { text: string | RegExp; within?: string }
  | { css: string }
  | { shell: string | RegExp };

/** As Playwright calls the engine below; what it is to find stands in quotes, since `>>` means something to Playwright too. */
const ENGINE = 'wxml';

/**
 * Finds by a WXML selector in the page of a frame. Playwright asks it again until there is something, and before each
 * action: what the program draws anew meanwhile is found as well. As text, since it runs in the browser.
 */
const ENGINE_SOURCE = `({
  queryAll(root, quoted) {
    const found = window.parent.__preview?.elements?.(JSON.parse(quoted)) ?? [];
    return found.filter((element) => root.contains(element));
  },
  query(root, quoted) {
    return this.queryAll(root, quoted)[0] ?? null;
  },
})`;

let registered: Promise<void> | undefined;

/** Makes WXML selectors known to Playwright; before the first page is opened. */
export function knowWxml(): Promise<void> {
  registered ??= selectors.register(ENGINE, { content: ENGINE_SOURCE });
  return registered;
}

const byWxml = (scope: Frame, selector: string): Locator =>
  scope.locator(`${ENGINE}=${JSON.stringify(selector)}`);

const byText = (scope: Frame | Page | Locator, text: string | RegExp): Locator =>
  scope.getByText(text, { exact: true });

/** Where the target is, or will be. */
export function locate(frame: Frame, page: Page, target: Target): Locator {
  if (typeof target === 'string') return byWxml(frame, target);
  if ('css' in target) return frame.locator(target.css);
  if ('shell' in target) return byText(page, target.shell);
  return byText(target.within === undefined ? frame : byWxml(frame, target.within), target.text);
}
