// What a person sees of the page on top. Runs in the browser.

/** The window of the page on top. */
export function pageWindow(): Window | undefined {
  const frame = [...document.querySelectorAll('iframe')].at(-1);
  return frame?.contentWindow ?? undefined;
}

/** Whether a person sees these words on the first screen. The page has been laid out: asking costs nothing. */
export function isShown({ document: page, innerHeight }: Window, text: string): boolean {
  const texts = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    if (node.nodeValue?.includes(text) !== true) continue;
    const range = page.createRange();
    range.selectNodeContents(node);
    const { width, height, top, bottom } = range.getBoundingClientRect();
    const is_visible = node.parentElement?.checkVisibility({
      opacityProperty: true,
      visibilityProperty: true,
    });
    if (is_visible === true && width > 0 && height > 0 && bottom > 0 && top < innerHeight) return true;
  }
  return false;
}
