// D9: a task's card, what a finger does to it, and the sheet that asks why it is abandoned.
import { taskRow } from '../../../miniprogram/packages/staff/format/task-row';
import type { TaskRow } from '../../../miniprogram/packages/staff/format/task-row';
import type { ApiTaskItem } from '../../../typings/xcx/tasks';
import { mount } from '../support/mount';
import type { Mounted } from '../support/mounted';
import { NOW, task } from '../../unit/staff/tasks/kit';

const COMPONENTS = 'packages/staff/components';

const card = (more: Partial<ApiTaskItem> = {}, row: Partial<TaskRow> = {}): Mounted =>
  mount(`${COMPONENTS}/task-card/task-card`, { row: taskRow(task(7, more), NOW, row) });

describe('D9 the card', () => {
  it('says who, how close, when, what, and what to say', () => {
    const full = {
      ...{ customer_name: '林小满', heart_score: 9.2, deadline: '2026-11-25', has_note: true },
      ...{ hobbies: ['中八', '周末下午', '九球', '麻将'], ai_suggestion: '18 天没来' },
    };
    expect(card(full).text).toEqual([
      ...[
        '林',
        '林小满',
        '💖 9.2',
        '逾期 2 天',
        '优先召回',
        '中八',
        '周末下午',
        '九球',
        '18 天没来',
        '有备注',
      ],
    ]);
  });

  it('leaves out what is not known, without a gap', () => {
    const bare = card({ customer_name: '', heart_score: null, deadline: '' });
    expect(bare.text).toEqual(['未', '未知客户', '优先召回']);
    expect(bare.count('.say-line')).toBe(0);
  });

  it('shows a picture, and the letter where it does not come', async () => {
    const pictured = card({ customer_avatar: 'https://example.com/a.png', customer_name: '林小满' });
    expect(pictured.text).not.toContain('林');
    pictured.call('onBroken');
    await pictured.settle();
    expect(pictured.text[0]).toBe('林');
  });

  it('a tap opens it, a long press asks for its menu', async () => {
    const one = card();
    const [opened, asked] = [one.heard('open'), one.heard('menu')];
    one.tap('.card');
    one.fire('.card', 'longpress');
    await one.settle();
    expect([opened, asked]).toEqual([[{ id: '7' }], [{ id: '7' }]]);
  });

  it('says under it what could not be done', () => {
    expect(card().count('.trouble')).toBe(0);
    expect(card({}, { trouble: '没能置顶“林小满”的任务' }).text).toContain('没能置顶“林小满”的任务');
  });
});

describe('D9 a row that is swiped', () => {
  const row = (pinned = false): Mounted => mount(`${COMPONENTS}/swipe-row/swipe-row`, { pinned });

  it('has its actions only from the first swipe on', async () => {
    const one = row();
    expect(one.text).toEqual([]);
    one.call('arm');
    await one.settle();
    expect(one.text).toEqual(['置顶', '备注', '放弃']);
    expect(one.count('.cover')).toBe(0);
  });

  it('open it tells of each action, and closes', async () => {
    const one = row();
    const [noted, dropped, swiped] = [one.heard('note'), one.heard('abandon'), one.heard('swiped')];
    one.call('arm');
    one.call('opened');
    await one.settle();
    expect([one.count('.cover'), swiped.length]).toEqual([1, 1]);
    one.tap('.action-note');
    await one.settle();
    expect([noted.length, one.count('.cover'), one.data['closes']]).toEqual([1, 0, 1]);
    one.call('opened');
    one.tap('.action-abandon');
    await one.settle();
    expect([dropped.length, one.count('.cover')]).toEqual([1, 0]);
  });

  it('the one that is opened closes the one before', async () => {
    const [first, second] = [row(), row()];
    first.call('opened');
    second.call('opened');
    await second.settle();
    expect([first.data['open'], second.data['open']]).toEqual([false, true]);
    second.destroy();
  });

  it('pulled to the right it asks to be pinned, and says what that would be', async () => {
    const shaken = jest.fn();
    Object.assign((globalThis as unknown as { wx: object }).wx, { vibrateShort: shaken });
    const one = row(true);
    const pinned = one.heard('pin');
    one.call('arm');
    one.call('pulled');
    await one.settle();
    expect([pinned.length, one.text[0]]).toEqual([1, '取消置顶']);
    expect(shaken).toHaveBeenCalledWith(expect.objectContaining({ type: 'light' }));
  });
});

describe('the banner', () => {
  const bar = (more: Record<string, unknown>): Mounted => mount(`${COMPONENTS}/tier-bar/tier-bar`, more);

  it('D7 1: shows a bar only where there is a scale', () => {
    const shown = bar({
      scale: true,
      cuts: [57.1, 71.4],
      fill: 75.5,
      gap: '21.5h',
      next: '180h',
      prize: '¥800',
    });
    expect([shown.count('.bar'), shown.count('.cut')]).toEqual([1, 2]);
    expect(shown.text.join(' ')).toBe('再 21.5h 到 180h 档 ，多得 ¥800');
    const words = bar({ scale: false, gap: '21.5h', next: '180h' });
    expect([words.count('.bar'), words.text.join(' ')]).toEqual([0, '再 21.5h 到 180h 档']);
    expect(bar({}).text).toEqual([]);
  });

  it('D7 7: shows an arrow with its word, and none where no direction came', () => {
    const up = bar({ trend: 'up', trendText: '比上月多' });
    expect([up.count('.trend-up'), up.text]).toEqual([1, ['比上月多']]);
    expect(bar({ top: '已到最高档' }).count('.trend')).toBe(0);
  });
});
