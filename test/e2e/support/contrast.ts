// Whether text can be read: the contrast of each text with what is painted below it (WCAG 2: 4.5, and 3 for large text).

/** Runs in the page. One line for each text that is too faint; empty when there is none. */
export function faintTexts(): string[] {
  type Colour = readonly [r: number, g: number, b: number, a: number];
  const coloursIn = (css: string): Colour[] =>
    [...css.matchAll(/rgba?\(([^)]+)\)/g)].map(([, numbers = '']) => {
      const [r = 0, g = 0, b = 0, a = 1] = numbers.split(/[\s,/]+/).map(Number);
      return [r, g, b, a] as const;
    });
  const over = ([r, g, b, a]: Colour, [br, bg, bb]: Colour): Colour => [
    r * a + br * (1 - a),
    g * a + bg * (1 - a),
    b * a + bb * (1 - a),
    1,
  ];
  const luminance = ([r, g, b]: Colour): number => {
    const [x = 0, y = 0, z = 0] = [r, g, b].map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const contrast = (one: Colour, other: Colour): number => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  /** Every ground that may be below an element: a gradient has several. */
  const groundsOf = (element: Element | null): Colour[] => {
    if (element === null) return [[255, 255, 255, 1]];
    const style = getComputedStyle(element);
    const own = style.backgroundImage.includes('gradient')
      ? coloursIn(style.backgroundImage)
      : coloursIn(style.backgroundColor);
    if (own.length > 0 && own.every(([, , , a]) => a === 1)) return own;
    const below = groundsOf(element.parentElement);
    return own.length === 0 ? below : own.flatMap((colour) => below.map((ground) => over(colour, ground)));
  };
  const faults: string[] = [];
  for (const element of document.querySelectorAll('body *')) {
    const text = [...element.childNodes]
      .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
      .map(({ textContent }) => textContent ?? '')
      .join('')
      .trim();
    const { width, height } = element.getBoundingClientRect();
    if (text === '' || width === 0 || height === 0 || /STYLE|SCRIPT/.test(element.tagName)) continue;
    if (element.closest('[aria-disabled="true"]') !== null) continue;
    const style = getComputedStyle(element);
    let opacity = 1;
    for (let above: Element | null = element; above; above = above.parentElement)
      opacity *= Number(getComputedStyle(above).opacity);
    const [[r, g, b, a]] = [coloursIn(style.color)[0] ?? ([0, 0, 0, 1] as const)];
    if (style.visibility === 'hidden' || opacity === 0 || a === 0) continue;
    const size = Number.parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const worst = Math.min(
      ...groundsOf(element).map((ground) => contrast(over([r, g, b, a * opacity], ground), ground)),
    );
    if (worst < least - 0.01)
      faults.push(`${text.slice(0, 20)}: ${worst.toFixed(2)} (${style.color}, .${element.className})`);
  }
  return faults;
}
