// How tests name what they mean, and how it is found in the DOM that the runtime builds.
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

const ATTRIBUTE = 'data-preview-target';

let count = 0;

/** Marks what a WXML selector finds, once it is there, so that Playwright can act on it from its own frame. */
async function mark(page: Page, selector: string): Promise<string> {
  const name = `t${++count}`;
  await page
    .waitForFunction(
      ([wanted, attribute, value]) => {
        const found = globalThis.__preview.elements?.(wanted) ?? [];
        for (const element of found) element.setAttribute(attribute, value);
        return found.length > 0;
      },
      [selector, ATTRIBUTE, name] as const,
      { timeout: 5000 },
    )
    .catch((error: unknown) => {
      throw new Error(`nothing matches "${selector}" on the page`, { cause: error });
    });
  return `[${ATTRIBUTE}="${name}"]`;
}

const byText = (scope: Frame | Page | Locator, text: string | RegExp): Locator =>
  scope.getByText(text, { exact: true });

/** Where the target is; rejects when a WXML selector finds nothing within 5 s. */
export async function locate(frame: Frame, page: Page, target: Target): Promise<Locator> {
  if (typeof target === 'string') return frame.locator(await mark(page, target));
  if ('css' in target) return frame.locator(target.css);
  if ('shell' in target) return byText(page, target.shell);
  const scope = target.within === undefined ? frame : frame.locator(await mark(page, target.within));
  return byText(scope, target.text);
}
