// The month above the list: where a coach stands on the pay scale is told only as far as the server told it.
import fc from 'fast-check';
import {
  monthBanner,
  tierScale,
  tierWords,
} from '../../../../miniprogram/packages/staff/format/month-figures';
import type { ApiMonthBanner } from '../../../../typings/xcx/tasks';
import { month } from './kit';

const SCALE = [0, 120, 150, 180, 210];
const banner = (more: Partial<ApiMonthBanner> = {}) => monthBanner({ ...month, ...more });

describe('the bar', () => {
  it('is cut at its steps, and filled as far as the hours go', () => {
    expect(tierScale(SCALE, 158.5)).toEqual({ cuts: [57.1, 71.4, 85.7], fill: 75.5 });
    expect(tierScale(SCALE, 500)?.fill).toBe(100);
  });

  it.each([
    ['none', undefined],
    ['an empty list', []],
    ['0 alone, as of a month with one step', [0]],
    ['one step', [120]],
    ['the same twice', [120, 120]],
    ['0 twice', [0, 0]],
    ['a descent', [0, 150, 120]],
    ['less than nothing', [-10, 120]],
    ['no number', [0, NaN]],
  ])('D7 1: without two ascending steps (%s) there is none, and nothing is divided by 0', (_, nodes) => {
    expect(tierScale(nodes, 158.5)).toBeNull();
    expect(banner(nodes === undefined ? {} : { tier_nodes: nodes })).toMatchObject({
      has_scale: false,
      fill: 0,
      cuts: [],
    });
  });

  it('whatever comes, every place is within the bar', () => {
    const number = fc.oneof(fc.double(), fc.integer({ min: 0, max: 400 }));
    fc.assert(
      fc.property(fc.array(number, { maxLength: 6 }), fc.option(number), (nodes, hours) => {
        const scale = tierScale(nodes, hours);
        for (const place of scale === null ? [] : [...scale.cuts, scale.fill]) {
          expect(place).toBeGreaterThanOrEqual(0);
          expect(place).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

describe('the sentence', () => {
  it('says how far it is to the next step, and what that brings', () => {
    const tiers = { tier_nodes: SCALE, next_tier_hours: 180, bonus_money: 800 };
    expect(tierWords(tiers, 158.5)).toEqual({ gap: '21.5h', next: '180h', prize: '¥800', top: '' });
  });

  it.each([{ bonus_money: 0 }, { bonus_money: -5 }, {}])(
    'D7 2: promises nothing where it brings nothing (%j)',
    (more) => {
      expect(tierWords({ next_tier_hours: 180, ...more }, 158.5)).toMatchObject({
        gap: '21.5h',
        prize: '',
      });
    },
  );

  it('D7 3: without a next step it says that the highest is reached, but not where there is one step alone', () => {
    const top = { tier_completed: true, next_tier_hours: 0 };
    expect(tierWords({ ...top, tier_nodes: SCALE }, 230).top).toBe('已到最高档');
    expect(tierWords({ ...top, tier_nodes: SCALE, current_tier_label: 'T4' }, 230).top).toBe(
      '已到最高档（T4）',
    );
    expect(tierWords({ ...top, tier_nodes: [0] }, 230).top).toBe('');
    expect(tierWords({}, 230)).toEqual({ gap: '', next: '', prize: '', top: '' });
  });

  it('counts the hours of courses and incentives where they are told apart', () => {
    const more = { basic_hours: 100, bonus_hours: 20, next_tier_hours: 150, tier_nodes: SCALE };
    expect(banner(more)).toMatchObject({ hours: '158.5', gap: '30h', fill: 57.1 });
  });
});

it('D7 7: which way the income goes is the server’s to say', () => {
  expect(banner({ income_trend: -500 })).toMatchObject({ trend: '', trend_text: '' });
  expect(banner({ income_trend: 500, income_trend_dir: 'down', prev_month: '10月' })).toMatchObject({
    ...{ trend: 'down', trend_text: '比10月少', trend_aria: '收入比10月少 ¥500' },
  });
  expect(banner({ income_trend_dir: 'flat' }).trend_text).toBe('和上月持平');
  expect(banner({ income_trend_dir: 'sideways' }).trend).toBe('');
});

it('figures that are missing are no zeros, and long ones ask for a smaller size', () => {
  expect(
    banner({ total_hours: null, total_income: null, total_customers: null, month_label: '' }),
  ).toMatchObject({
    ...{ hours: '--', income: '--', customers: '--', month_label: '本月', is_long: false },
  });
  expect(banner({ total_income: 12_864_000 })).toMatchObject({ income: '¥12,864,000', is_long: true });
});
