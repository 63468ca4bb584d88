// E1, E2: the boards in a person's hand.
import type { Profile } from '../../backend';
import type { Device } from '../../preview/playwright';
import { nodes } from '../support/conversation';
import { pages } from '../support/journeys';
import { deckOf, onBoards, onCoach, seeDeck } from '../support/scenes-boards';
import { belongTo, enterAsStaff, signInAsStaff, staffAccounts, staffPages, switchTo } from '../support/staff';
import { until } from '../support/until';
import { expectCalm, useWorld } from '../support/world';

const world = useWorld();
jest.setTimeout(180_000);

const profiles: Profile[] = ['documented', 'deployed'];
const asked = (board: string): number => world.backend.dev.requests.count(`GET /api/xcx/board/${board}`);

interface Shown {
  podium: { name: string; figure: string }[];
  chunks: { rows: { name: string; figure: string }[] }[];
  cards: { label: string; figure: string; kind: string }[];
}
const shownOn = async (device: Device): Promise<Shown> => (await deckOf(device)) as unknown as Shown;
const rowsOn = async (device: Device) => {
  const { podium, chunks } = await shownOn(device);
  return [...podium, ...chunks.flatMap(({ rows }) => rows)];
};

/** Chooses in the sheet of a filter. */
async function choose(device: Device, chip: string | RegExp, choice: string): Promise<void> {
  await device.tap({ text: chip });
  await device.tap({ css: `[role="radio"]:has-text("${choice}")` });
}

describe.each(profiles)('%s', (profile) => {
  beforeEach(() => world.backend.dev.xcx.setProfile(profile));

  test('E1 coaches are sorted in the hand, without a request; the server’s order is asked for once', async () => {
    const device = await onBoards(world);
    const before = asked('coaches');
    await choose(device, '按工时', '收入，高到低');
    const books = world.backend.db.all(
      `SELECT name, COALESCE(SUM(income), 0) AS income FROM xcx_coaches LEFT JOIN xcx_earnings e
         ON e.coach_id = xcx_coaches.coach_id AND started_at >= ? WHERE store_id = 1
       GROUP BY xcx_coaches.coach_id ORDER BY income DESC, xcx_coaches.coach_id`,
      Date.parse('2026-11-01T00:00:00+08:00'),
    );
    await until(async () => (await rowsOn(device)).every(({ figure }) => figure.startsWith('¥')));
    expect((await rowsOn(device)).map(({ name }) => name)).toEqual(books.map((row) => row['name']));
    await choose(device, '按收入', '任务完成');
    await seeDeck(device, { summary: '按任务 · 全部技能 · 本月' });
    expect(asked('coaches')).toBe(before);
    await choose(device, '按任务', '客户储值');
    await until(() => asked('coaches') === before + 1);
    await seeDeck(device, { state: 'ready' });
    await choose(device, '按客户储值', '工时，多到少');
    await choose(device, '按工时', '客户储值');
    await seeDeck(device, { summary: '按客户储值 · 全部技能 · 本月', state: 'ready' });
    expect(asked('coaches')).toBe(before + 1);
    await expectCalm(device);
  });

  test('E2 what is shared opens the same filters elsewhere; a tampered path opens the default and says nothing', async () => {
    const device = await onBoards(world, {}, '财务');
    await choose(device, '全部区域', '大厅');
    await choose(device, '本月', '上月');
    await seeDeck(device, { summary: '上月 · 大厅', state: 'ready' });
    const path = await device.page.evaluate(() => {
      const card = globalThis.__host?.share?.();
      return String((card as { path?: unknown } | null)?.path);
    });
    expect(path).toBe('/pages/boards/boards?board=finance&time=lastMonth&area=hall');
    const figures = (await shownOn(device)).cards.map(({ figure }) => figure);
    const opened = async (link: string): Promise<Device> => {
      const other = await world.open({ path: pages.me });
      await signInAsStaff(other, staffAccounts.manager);
      await other.page.evaluate((url) => globalThis.__host?.navigation.reLaunch(url), link);
      await other.ready(staffPages.boards);
      return other;
    };
    const same = await opened(path);
    await seeDeck(same, { board: 'finance', summary: '上月 · 大厅', state: 'ready' });
    expect((await shownOn(same)).cards.map(({ figure }) => figure)).toEqual(figures);
    const bent = await opened('/pages/boards/boards?board=finance&time=__proto__&area=%3Cb%3E&skill=1');
    await seeDeck(bent, { board: 'finance', summary: '本月 · 全部区域', state: 'ready', reset_text: '' });
    await expectCalm(bent);
  });
});

test('E1 the figures of another area never stand under a new area’s name', async () => {
  const device = await onBoards(world, {}, '财务');
  world.backend.dev.latency(60_000);
  await choose(device, '全部区域', '茶室');
  await seeDeck(device, { summary: '本月 · 茶室', state: 'loading' });
  expect((await shownOn(device)).cards).toEqual([]);
  world.backend.dev.latency(0);
  await seeDeck(device, { state: 'ready' });
  expect((await shownOn(device)).cards.some(({ label }) => label === '储值充值')).toBe(false);
});

test('E1 a coach is told who may see finance, goes on, and is not offered it by the next start', async () => {
  const device = await onBoards(world, {}, '财务', staffAccounts.coach, 'refused');
  await device.see({ text: '财务看板没有开放给您' });
  await device.tap({ text: '看助教看板' });
  await seeDeck(device, { board: 'coaches', state: 'ready' });
  await belongTo(device, staffAccounts.coach);
  await device.restart();
  await switchTo(device, staffPages.boards);
  await seeDeck(device, { board: 'coaches', state: 'ready' });
  expect((await deckOf(device))['segments']).toEqual([
    { name: 'coaches', text: '助教' },
    { name: 'customers', text: '客户' },
  ]);
});

test('E1 a panel that is lost is read again by its own button', async () => {
  world.backend.dev.xcx.setProfile('deployed');
  world.backend.dev.xcx.setQuirks({ failed_modules: ['expense'] });
  const device = await onBoards(world, { height: 3_000 }, '财务');
  await device.see({ text: '没能加载这一项' });
  world.backend.dev.xcx.calm();
  await device.tap({ css: '[aria-label="重试，支出"]' });
  await until(async () => !(await shownOn(device)).cards.some(({ kind }) => kind === 'lost'));
});

test('a figure opens what it means, with its ring; a hundred customers leave the page small', async () => {
  const device = await onBoards(world, {}, '财务');
  await device.tap({ css: '[role="button"]:has-text("收款方式")' });
  await device.see({ text: '营业额按付款方式分开：现付，和用储值抵扣。' });
  await device.see({ css: 'canvas' });
  await device.tap({ css: '[aria-label="关闭"]' });
  await device.tap({ css: '[role="tab"]:text-is("客户")' });
  await seeDeck(device, { board: 'customers', state: 'ready' });
  await device.tap({ text: /上滑或点此继续/ });
  await until(async () => /[1-9]\d\d \/|共 /.test(String((await deckOf(device))['footer_text'])));
  // Rows far beyond the screen go a moment after they came.
  await until(async () => (await nodes(device)) < 1_000);
  await expectCalm(device);
});

describe('a coach', () => {
  test('COACH-1 where the route is there, and the board’s row where it is not', async () => {
    world.backend.dev.xcx.setProfile('deployed');
    const device = await onCoach(world, {});
    await device.see({ text: '近 6 个月' });
    const data = async () => (await device.data()) as Record<string, unknown>;
    expect(await data()).toMatchObject({ detail_state: 'ready', has_records: true });
    expect((await data())['months']).toHaveLength(6);
    const plain = await enterAsStaff(world, {}, staffAccounts.manager);
    world.backend.dev.xcx.setProfile('documented');
    await plain.page.evaluate(() =>
      globalThis.__host?.navigation.navigateTo('/packages/staff/coach/coach?coach_id=1'),
    );
    await plain.see({ text: '门店的系统没有提供更多。' });
    const head = (await plain.data()) as Record<string, unknown>;
    const { name, hours } = await data();
    expect([head['name'], head['hours']]).toEqual([name, hours]);
  });

  test('another coach’s page is the head alone for a coach; nobody’s is nobody', async () => {
    world.backend.dev.xcx.setProfile('deployed');
    const device = await onCoach(world, {}, '2', staffAccounts.coach);
    await device.see({ text: '任务、客户和备注只有本人和店长能看。' });
    const lost = await onCoach(world, {}, '999', staffAccounts.manager);
    await lost.see({ text: '没有这位助教' });
  });
});
