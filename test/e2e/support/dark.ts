// What is too bright in the dark theme: pictures as light as by day, and a chosen segment darker than the track it stands on.

/** Runs in the page, in the dark theme. One line for each fault; empty when nothing glares. */
export function glares(): string[] {
  const luminance = (css: string): number => {
    const [r = 0, g = 0, b = 0] = (css.match(/[\d.]+/g) ?? []).map(Number);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const isDimmed = (element: Element | null): boolean =>
    element !== null &&
    (/brightness\(0?\.\d+\)/.test(getComputedStyle(element).filter) || isDimmed(element.parentElement));
  const faults: string[] = [];
  for (const picture of document.querySelectorAll('wx-image')) {
    const { width, height } = picture.getBoundingClientRect();
    if (width > 0 && height > 0 && !isDimmed(picture))
      faults.push(`a picture is not dimmed: .${picture.className}`);
  }
  // A choice of one on a track: segments side by side, of which the chosen one alone has a ground.
  for (const thumb of document.querySelectorAll('[class*="segment-on"]')) {
    const track = thumb.parentElement;
    if (track === null) continue;
    const [above, below] = [thumb, track].map((element) =>
      luminance(getComputedStyle(element).backgroundColor),
    );
    if ((above ?? 0) <= (below ?? 0))
      faults.push(`a thumb is not lighter than its track: .${thumb.className}`);
  }
  return faults;
}
