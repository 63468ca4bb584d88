// Charts on a canvas in an engine without a document, as a logic layer is one.
import fc from 'fast-check';
import type { ChartContent, ChartPart, ChartSurface } from '../../../miniprogram/format/chart';
import { charts } from '../../../miniprogram/packages/charts/entry';
import { palettes } from '../../../miniprogram/packages/charts/palette';
import { RecordedCanvas } from './recorder';

const part = (label: string, value: number, more: Partial<ChartPart> = {}): ChartPart => ({
  ...{ row_key: label, label, value, value_text: `¥${value}`, share_text: '', is_strong: false },
  ...more,
});

const income: ChartContent = {
  kind: 'donut',
  parts: [
    part('基础课', 6500, { share_text: '65%' }),
    part('激励课', 2500, { share_text: '25%' }),
    part('充值激励', 1000, { share_text: '10%' }),
  ],
  total: 10_000,
  total_label: '合计',
  total_text: '¥10,000',
};

const week: ChartContent = {
  ...{ kind: 'bars', total: 0, total_label: '', total_text: '' },
  parts: [3, 0, 8, 5].map((value, at) =>
    part(at === 0 ? '1 日' : at === 3 ? '今天' : '', value, { value_text: `${value}h`, is_strong: at === 3 }),
  ),
};

function drawn(content: ChartContent, more: Partial<ChartSurface> = {}) {
  const canvas = new RecordedCanvas();
  const surface: ChartSurface = {
    ...{ canvas, width: 326, height: 134, pixel_ratio: 3, theme: 'light', font_px: 12 },
    ...{ font_family: 'sans-serif', picked: -1 },
    ...more,
  };
  return { canvas, chart: charts.draw(content, surface), texts: canvas.words.map(({ text }) => text) };
}

const intl = Object.getOwnPropertyDescriptor(globalThis, 'Intl') ?? {};
beforeAll(() => Reflect.deleteProperty(globalThis, 'Intl'));
afterAll(() => Object.defineProperty(globalThis, 'Intl', intl));

test('there is no document here and no Intl, as in a logic layer', () => {
  expect([typeof window, typeof document, typeof Intl]).toEqual(['undefined', 'undefined', 'undefined']);
});

describe('a ring', () => {
  test('has the name, share and amount of each slice beside it, and the whole in its middle', () => {
    const { texts } = drawn(income);
    for (const text of ['基础课 65%', '¥6500', '激励课 25%', '¥2500', '充值激励 10%', '¥1000'])
      expect(texts).toContain(text);
    expect(texts.slice(-2)).toEqual(['合计', '¥10,000']);
  });

  test.each(['light', 'dark'] as const)('is drawn in the colours of the %s theme', (theme) => {
    const { canvas } = drawn(income, { theme });
    const { slices, text } = palettes[theme];
    expect(canvas.fills.map((fill) => String(fill).toLowerCase())).toEqual(
      expect.arrayContaining(slices.slice(0, 3)),
    );
    expect(canvas.words.at(-1)?.color).toBe(text);
  });

  test('is as sharp as the screen', () => {
    const { canvas } = drawn(income, { pixel_ratio: 2.75, width: 300 });
    expect([canvas.width, canvas.height]).toEqual([825, 368]);
    expect(canvas.scales).toContainEqual([2.75, 0, 0, 2.75, 0, 0]);
  });

  test('a tapped slice stands in the middle with its value', () => {
    expect(drawn(income, { picked: 1 }).texts.slice(-2)).toEqual(['激励课 25%', '¥2500']);
  });

  test('a tap on a slice, or on its words, means it; one in the middle or far away none', () => {
    const { canvas, chart } = drawn(income);
    const names = canvas.words.filter(({ text }) => /%$/.test(text));
    for (const { text, x, y, align } of names) {
      const index = income.parts.findIndex(({ label }) => text.startsWith(label));
      expect(chart.partAt(align === 'left' ? x + 10 : x - 10, y + 4)).toBe(index);
    }
    // The largest lies lowest, the others go round from it.
    expect(chart.partAt(163, 67 + 50)).toBe(0);
    expect(chart.partAt(163 - 35, 67 - 35)).toBe(1);
    expect(chart.partAt(163 + 30, 67 - 40)).toBe(2);
    expect(chart.partAt(163, 67)).toBe(-1);
  });

  test('the part of the ring that no item fills belongs to none of them', () => {
    const half = { ...income, parts: [part('基础课', 5000)] };
    const { chart, canvas } = drawn(half);
    expect(canvas.fills.map((fill) => String(fill).toLowerCase())).toEqual(
      expect.arrayContaining([palettes.light.track]),
    );
    expect(chart.partAt(163, 67 + 50)).toBe(0);
    expect(chart.partAt(163, 67 - 50)).toBe(-1);
  });

  test('whatever is sent, words stay on the canvas and none lies on another', () => {
    const slice = fc.record({
      label: fc.string({ maxLength: 30 }),
      value: fc.double({ min: 0.01, max: 1e7, noNaN: true }),
    });
    fc.assert(
      fc.property(
        fc.array(slice, { minLength: 1, maxLength: 6 }),
        fc.constantFrom(256, 326, 366),
        fc.constantFrom(11, 12, 13, 16),
        (slices, width, font_px) => {
          const parts = slices.map(({ label, value }) =>
            part(`项${label}`, value, { value_text: '¥1', share_text: '5%' }),
          );
          const height = font_px * 11.5;
          const { canvas } = drawn({ ...income, parts }, { width, height, font_px });
          expect(canvas.words.map(({ text }) => text).join(' ')).not.toMatch(/NaN|undefined/);
          const amounts = canvas.words.filter(({ text }) => text === '¥1');
          expect(amounts).toHaveLength(parts.length);
          for (const { y, x } of canvas.words) {
            expect(y).toBeGreaterThanOrEqual(0);
            expect(y).toBeLessThanOrEqual(height);
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(width);
          }
          for (const side of ['left', 'right']) {
            const ys = amounts
              .filter(({ align }) => align === side)
              .map(({ y }) => y)
              .sort((a, b) => a - b);
            ys.slice(1).forEach((y, at) => expect(y - (ys[at] ?? 0)).toBeGreaterThanOrEqual(font_px * 2));
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('bars', () => {
  test('the busiest says its value, below stand the labels that there are', () => {
    const { texts } = drawn(week, { height: 140 });
    expect(texts).toEqual(['1 日', '今天', '8h']);
  });

  test('a tapped one says its value instead', () => {
    expect(drawn(week, { picked: 0 }).texts).toEqual(['1 日', '今天', '3h']);
  });

  test('a tap means the nearest bar that is not empty', () => {
    const { chart } = drawn(week);
    expect([20, 326 / 2 + 30, 320].map((x) => chart.partAt(x, 100))).toEqual([0, 2, 3]);
    expect(drawn({ ...week, parts: [part('1 日', 0)] }).chart.partAt(160, 50)).toBe(-1);
  });

  test('words at the edges are not cut off', () => {
    const last = {
      ...week,
      parts: week.parts.map((one) => ({ ...one, value: one.is_strong ? 24 : 1, value_text: '24.5h' })),
    };
    for (const { x, text } of drawn(last).canvas.words) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + text.length * 10).toBeLessThanOrEqual(326);
    }
  });

  test('nothing at all is drawn without a fault', () => {
    expect(() => drawn({ ...week, parts: [] })).not.toThrow();
  });
});
