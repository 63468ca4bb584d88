// Whether a thumb can hit what can be tapped: 44 px each way (the platform's own rule), in px and not in rpx.

/** Runs in the page. One line for each area of it and its tab bar that is too small; empty when there is none. */
export function smallTapAreas(): string[] {
  const LEAST_PX = 44;
  const tapped =
    '[role="button"], [role="radio"], [role="checkbox"], [role="tab"], [role="link"], wx-button, wx-input, wx-switch';
  return [...document.querySelectorAll(tapped)].flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) return [];
    if (Math.min(width, height) >= LEAST_PX - 0.5) return [];
    const name = element.getAttribute('aria-label') ?? (element.textContent ?? '').trim();
    return [`${name.slice(0, 30)}: ${Math.round(width)} × ${Math.round(height)} px`];
  });
}
