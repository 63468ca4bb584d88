// A month in words: what its income is made of, its days, where its coach stands. Lessons 1-4 and 21 of the deployed system.
import fc from 'fast-check';
import { incomeView, shareText } from '../../../../miniprogram/packages/staff/format/income';
import { daysView } from '../../../../miniprogram/packages/staff/format/month-days';
import { scaleView } from '../../../../miniprogram/packages/staff/format/pay-scale';

const now = Date.parse('2026-11-27T09:41:00+08:00');
const november = { year: 2026, month: 11 };
const item = (label: string, amount: number | null, desc?: string) => ({
  ...{ label, amount, icon: '🎱' },
  ...(desc === undefined ? {} : { desc }),
});

describe('income', () => {
  test('lesson 4: the items are those that were sent, and the whole is the server’s, not their sum', () => {
    const view = incomeView({
      income_items: [item('基础课', 8_240), item('激励课', 2_680, '12 次')],
      total_income: 12_680,
    });
    expect(view.ring?.parts.map(({ label, value_text }) => [label, value_text])).toEqual([
      ['基础课', '¥8,240'],
      ['激励课', '¥2,680'],
    ]);
    expect([view.ring?.total, view.ring?.total_text]).toEqual([12_680, '¥12,680']);
    expect(view.abouts).toEqual(['', '12 次']);
  });

  test('at most six slices; what is beyond them, nothing, or owed stands as a row, in the order sent', () => {
    const items = [9, 0, 8, -5, 7, 6, 5, 4, 3, null].map((amount, at) => item(`项${at}`, amount));
    const { ring, rows } = incomeView({ income_items: items, total_income: 42 });
    expect(ring?.parts.map(({ label }) => label)).toEqual(['项0', '项2', '项4', '项5', '项6', '项7']);
    expect(rows.map(({ label, amount }) => `${label} ${amount}`)).toEqual([
      ...['项1 ¥0', '项3 -¥5', '项8 ¥3', '项9 --'],
    ]);
  });

  test('a share is what the slice has of the ring, also where a prize is paid apart from the whole', () => {
    const { ring } = incomeView({ income_items: [item('基础课', 900), item('奖', 100)], total_income: 900 });
    expect(ring?.parts.map(({ share_text }) => share_text)).toEqual(['90%', '10%']);
    expect(ring?.total_text).toBe('¥900');
    expect([shareText(1, 10_000), shareText(0, 5), shareText(5, 0)]).toEqual(['<1%', '', '']);
  });

  test('whatever is sent, each item stands somewhere once, and nothing is NaN', () => {
    const amount = fc.oneof(fc.double(), fc.constant(null));
    const sent = fc.array(fc.tuple(fc.string(), amount), { maxLength: 12 });
    fc.assert(
      fc.property(sent, amount, (pairs, total_income) => {
        const view = incomeView({
          income_items: pairs.map(([label, one]) => item(label, one)),
          total_income,
        });
        expect((view.ring?.parts.length ?? 0) + view.rows.length).toBe(pairs.length);
        expect(view.ring?.parts.length ?? 0).toBeLessThanOrEqual(6);
        for (const { value, share_text, value_text } of view.ring?.parts ?? []) {
          expect(value).toBeGreaterThan(0);
          expect(`${share_text} ${value_text}`).not.toMatch(/NaN|undefined|Infinity/);
        }
        expect(Number.isFinite(view.ring?.total ?? 0)).toBe(true);
      }),
    );
  });
});

describe('days', () => {
  const view = (hours: Record<string, number | null>, month = november) =>
    daysView({ hours: new Map(Object.entries(hours)), is_cut: false }, month, now);

  test('a bar a day up to today, which stands out; the sentence says the same', () => {
    const { bars, dates, sentence } = view({ '2026-11-14': 9.5, '2026-11-02': 3, '2026-11-27': 2 });
    expect(sentence).toBe('上班 3 天，最忙是 11-14 的 9.5h，今天 2h');
    expect(bars?.parts).toHaveLength(27);
    expect(bars?.parts[13]).toMatchObject({ value: 9.5, value_text: '9.5h', label: '14', is_strong: false });
    expect(bars?.parts[26]).toMatchObject({ value: 2, label: '今天', is_strong: true });
    expect(dates[13]).toBe('2026-11-14');
  });

  test('a month that is over has all its days, February too', () => {
    expect(view({ '2024-02-29': 1 }, { year: 2024, month: 2 }).dates.slice(-1)).toEqual(['2024-02-29']);
    expect(view({ '2025-12-01': 1 }, { year: 2025, month: 12 }).bars?.parts).toHaveLength(31);
    expect(view({ '2025-12-01': 1 }, { year: 2025, month: 12 }).sentence).toBe(
      '上班 1 天，最忙是 12-01 的 1h',
    );
  });

  test('days after today by this clock are shown too, if the store has records of them', () => {
    expect(view({ '2026-11-29': 4 }).dates.slice(-1)).toEqual(['2026-11-29']);
  });

  test('a month without records is said in words, not drawn', () => {
    expect([view({}).bars, view({}).sentence]).toEqual([null, '这个月还没有课时']);
    expect(view({ '2025-12-01': 0 }, { year: 2025, month: 12 }).sentence).toBe('这个月没有课时');
  });

  test('with days missing there are no bars, which would be misleading', () => {
    const cut = daysView({ hours: new Map([['2026-11-14', 3]]), is_cut: true }, november, now);
    expect([cut.bars, cut.sentence]).toEqual([null, '这个月的记录很多，请在明细里按天查看']);
  });

  test('whatever is sent, there is a bar for each date and no NaN', () => {
    const day = fc.integer({ min: 1, max: 31 }).map((number) => `2026-11-${String(number).padStart(2, '0')}`);
    const hours = fc.oneof(fc.double(), fc.constant(null));
    fc.assert(
      fc.property(fc.array(fc.tuple(day, hours)), (pairs) => {
        const { bars, dates, sentence } = view(Object.fromEntries(pairs));
        expect(bars?.parts.length ?? 0).toBe(bars === null ? 0 : dates.length);
        expect(sentence).not.toMatch(/NaN|undefined|Infinity/);
      }),
    );
  });
});

/** As its bar says it. */
function said(sent: Parameters<typeof scaleView>[0]): string {
  const { gap, next, prize, top } = scaleView(sent);
  return gap === '' ? top : `再 ${gap} 到 ${next} 档${prize === '' ? '' : `，多得 ${prize}`}`;
}

describe('pay scale', () => {
  const deployed = { total_hours: 158.5, tier_nodes: [0, 120, 150, 180, 210] };

  test('how far it is to the next step, and what that brings', () => {
    expect(said({ ...deployed, upgrade_hours_needed: 21.5, upgrade_bonus: 800 })).toBe(
      '再 21.5h 到 180h 档，多得 ¥800',
    );
  });

  test('lesson 1: fewer than two steps, or steps that go down, are no bar', () => {
    for (const tier_nodes of [[], [0], [0, 0], [0, 150, 120]])
      expect(scaleView({ total_hours: 10, tier_nodes })).toMatchObject({
        has_scale: false,
        ticks: [],
        gap: '',
        top: '',
      });
  });

  test('lesson 2: a bonus of ¥0, or none, is not mentioned', () => {
    expect(said({ ...deployed, upgrade_bonus: 0 })).toBe('再 21.5h 到 180h 档');
    expect(said({ ...deployed })).toBe('再 21.5h 到 180h 档');
  });

  test('lesson 3: rates are named as the coach’s own share; a next step of nothing is none', () => {
    const rates = { current_tier: { basic_rate: 95, incentive_rate: 30 }, next_tier: { basic_rate: 0 } };
    expect(scaleView({ ...deployed, ...rates })).toMatchObject({
      rates_now: '本档我的分成：基础课 ¥95/h，激励课 ¥30/次',
      rates_next: '',
    });
    expect(said({ total_hours: 220, tier_nodes: deployed.tier_nodes, upgrade_hours_needed: 0 })).toBe(
      '已到最高档',
    );
  });

  test('the steps stand below the bar, those that are reached in another colour', () => {
    const { ticks, cuts, fill } = scaleView(deployed);
    expect(ticks.map(({ text, is_reached }) => `${text}${is_reached ? '*' : ''}`)).toEqual([
      ...['0', '120*', '150*', '180', '210'],
    ]);
    expect([cuts, fill]).toEqual([[57.1, 71.4, 85.7], 75.5]);
  });

  test('hours to a step that is not told are said', () => {
    expect(said({ total_hours: 10, upgrade_hours_needed: 5 })).toBe('再 5h 到 下一 档');
  });

  test('as the documented backend sends it: by tiers', () => {
    const tiers = [{ min_hours: 0 }, { min_hours: 80 }];
    expect(said({ total_hours: 70, tiers })).toBe('再 10h 到 80h 档');
  });
});
