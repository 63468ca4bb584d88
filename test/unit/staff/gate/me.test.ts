// D1: what 我的 and the tabs know of staff: the month at a glance, the review read again, the store that is changed.
import { autorun } from 'mobx-miniprogram';
import type { ApiPerfOverview } from '../../../../typings/xcx/performance';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import { Glance } from '../../../../miniprogram/packages/staff/stores/glance/glance';
import { StaffReview } from '../../../../miniprogram/stores/person/staff-review';
import { isApproved, staffStores, staffView } from '../../../../miniprogram/stores/person/staff-view';
import { StoreSwitch } from '../../../../miniprogram/stores/person/store-switch';
import { Desk, person } from './kit';

const FIGURES = {
  ...{ total_hours: 158.5, total_income: 12_680.4, total_customers: 32 },
  ...{ income_items: [], this_month_records: [], new_customers: [], regular_customers: [] },
} as ApiPerfOverview;

/** 1 December 2026, 00:30 in Beijing; still November in London. */
const DECEMBER = Date.UTC(2026, 10, 30, 16, 30);

function glance(answer: () => ApiPerfOverview | Failure, now = DECEMBER) {
  const asked: unknown[] = [];
  const clock = { at: now, now: () => clock.at };
  const overview = async (month: unknown): Promise<ApiPerfOverview> => {
    asked.push(month);
    const given = answer();
    if ('kind' in given) throw new ApiError(given);
    return given;
  };
  return { clock, asked, store: new Glance({ overview }, clock) };
}

test('D1 the month is Beijing’s by the server’s clock, its figures are the server’s', async () => {
  const { store, asked } = glance(() => FIGURES);
  expect(store.view.state).toBe('unread');
  await store.look();
  expect(asked).toEqual([{ year: 2026, month: 12 }]);
  expect(store.view).toEqual({
    state: 'ready',
    label: '12 月工时',
    hours: '158.5',
    income: '¥12,680',
    customers: '32',
  });
});

test('D1 figures are read again after a minute, and stay while that fails', async () => {
  let answer: ApiPerfOverview | Failure = FIGURES;
  const { store, asked, clock } = glance(() => answer);
  await store.look();
  await store.look();
  expect(asked).toHaveLength(1);
  clock.at += 61_000;
  answer = { kind: 'network' };
  await store.look();
  expect(asked).toHaveLength(2);
  expect(store.view.state).toBe('ready');
});

test.each<[Failure, string, number]>([
  [{ kind: 'network' }, 'failed', 2],
  [{ kind: 'api', status: 403, code: '403', message: '账号尚未关联助教' }, 'unread', 1],
])('D1 D7-29 after %j the card is %s', async (failure, state, asks) => {
  const { store, asked } = glance(() => failure);
  await store.look();
  expect(store.view.state).toBe(state);
  await store.look();
  expect(asked).toHaveLength(asks);
});

test('D1 the review is read again when a tab is seen, once in half a minute, and for nobody else', async () => {
  const desk = new Desk(person('pending'));
  const review = new StaffReview(desk, desk.time);
  await review.look();
  expect(desk.calls).toEqual([]);
  await desk.signInStaff();
  desk.next = person('disabled');
  await review.look();
  await review.look();
  expect(desk.calls).toEqual(['sign in', 'look']);
  expect(staffView(desk)).toMatchObject({ approved: false, status_text: '已停用' });
  desk.next = { kind: 'network' };
  await desk.time.advance(31_000);
  await review.look();
  expect(desk.calls).toHaveLength(3);
  expect(staffView(desk).status_text).toBe('已停用');
});

test('D7-19 name, role, level, store and picture are all there from the one description of the person', async () => {
  const told = { avatar_url: 'https://x/a.png', role: 'coach', store_name: '滨江店', coach_level: '中级' };
  const desk = new Desk(person('approved', told));
  await desk.signInStaff();
  expect(staffView(desk)).toMatchObject({
    ...{ nickname: '林夏', letter: '林', avatar_url: 'https://x/a.png', role: '助教', store_name: '滨江店' },
    ...{ coach_level: '中级', level_tone: 'rare', status_text: '' },
  });
});

test.each([
  ['new', '未申请'],
  ['pending', '审核中'],
  ['rejected', '未通过'],
  ['disabled', '已停用'],
  ['on_hold', '审核中'],
  ['approved', ''],
])('a review that is %s says „%s“, and only an approved one lets in', async (status, status_text) => {
  const desk = new Desk(person(status));
  await desk.signInStaff();
  expect(staffView(desk)).toMatchObject({ status_text, approved: status === 'approved' });
  expect(isApproved(desk)).toBe(status === 'approved');
});

test('what is not told of a member of staff is empty, an unknown role is told as it came', async () => {
  const stores = [{ store_id: '1', store_name: '一店' }];
  const desk = new Desk(person('approved', { nickname: ' ', role: '夜班', stores }));
  expect(staffView(desk)).toMatchObject({
    status: '',
    approved: false,
    nickname: '',
    role: '',
    has_stores: false,
  });
  expect([staffStores(desk), isApproved(desk)]).toEqual([[], false]);
  await desk.signInStaff();
  expect(staffView(desk)).toEqual({
    ...{ status: 'approved', approved: true, nickname: '员工', letter: '员', avatar_url: '', role: '夜班' },
    ...{ store_name: '', coach_level: '', level_tone: 'off', status_text: '', has_stores: false },
  });
});

test('the review is asked about again after half a minute, not before, also by a clock that was set back', async () => {
  const desk = new Desk(person('pending'));
  await desk.signInStaff();
  const clock = { at: 1_000_000, now: () => clock.at };
  const review = new StaffReview(desk, clock);
  await review.look();
  clock.at += 29_999;
  await review.look();
  expect(desk.calls).toHaveLength(2);
  clock.at += 1;
  await review.look();
  expect(desk.calls).toHaveLength(3);
  clock.at -= 86_400_000;
  await review.look();
  expect(desk.calls).toHaveLength(4);
});

describe('changing the store', () => {
  const stores = [
    { store_id: '1', store_name: '一店' },
    { store_id: '2', store_name: '二店' },
  ];

  test('D1 the present one is marked', async () => {
    const desk = new Desk(person('approved', { store_id: '2', stores }));
    await desk.signInStaff();
    expect(staffStores(desk).map(({ present }) => present)).toEqual([false, true]);
    expect(staffView(desk).has_stores).toBe(true);
  });

  const sheetWith = (failure?: Failure) => {
    const asked: string[] = [];
    const sheet = new StoreSwitch({
      switchStore: async (store_id) => {
        asked.push(store_id);
        if (failure !== undefined) throw new ApiError(failure);
      },
    });
    sheet.open();
    return { sheet, asked };
  };

  test('D1 the sheet goes once it is done; two taps are one', async () => {
    const { sheet, asked } = sheetWith();
    const both = [sheet.choose('2'), sheet.choose('1')];
    expect(sheet.switching).toBe('2');
    sheet.close();
    expect(sheet.is_open).toBe(true);
    await Promise.all(both);
    expect(asked).toEqual(['2']);
    expect(sheet.is_open).toBe(false);
  });

  test('D1 what stood in the way is said in the sheet', async () => {
    const { sheet } = sheetWith({ kind: 'network' });
    await sheet.choose('2');
    expect(sheet).toMatchObject({ is_open: true, switching: '', failed: '网络连接失败，请检查网络后重试。' });
    sheet.open();
    expect(sheet.failed).toBe('');
  });

  test('a new try takes the words of the last one away; whoever signed out meanwhile reads none', async () => {
    const { sheet } = sheetWith({ kind: 'network' });
    await sheet.choose('2');
    const again = sheet.choose('2');
    expect(sheet).toMatchObject({ switching: '2', failed: '' });
    await again;
    sheet.close();
    expect(sheet.is_open).toBe(false);
    const left = sheetWith({ kind: 'aborted' });
    await left.sheet.choose('2');
    expect(left.sheet).toMatchObject({ is_open: false, switching: '', failed: '' });
  });

  test('the sheet follows what is done', async () => {
    const { sheet } = sheetWith();
    const seen: unknown[] = [];
    const stop = autorun(() => seen.push([sheet.is_open, sheet.switching]));
    await sheet.choose('2');
    stop();
    expect(seen).toEqual([
      [true, ''],
      [true, '2'],
      [false, ''],
    ]);
  });
});
