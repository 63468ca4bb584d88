// The assistant in the hands of staff: an answer as it comes, and whatever becomes of it on the way.
import type { Device } from '../../preview/playwright';
import { go, pages } from '../support/journeys';
import { answering, asked, bar, openAbout, untilTail } from '../support/scenes-assistant';
import { onBoards } from '../support/scenes-boards';
import { openTask, taskOf } from '../support/scenes-task';
import { enterAsStaff, staffAccounts, staffPages } from '../support/staff';
import { until } from '../support/until';
import { expectCalm, useWorld } from '../support/world';
import type { World } from '../support/world';

jest.setTimeout(120_000);

/** 4,000 letters of several bytes each, in paragraphs that can be told apart. */
const LONG = Array.from(
  { length: 100 },
  (_, at) => `第${at}段：${'先问近况再说周六下午的台子💖'.repeat(3).slice(0, 34)}。`,
).join('\n\n');
const STOP = { css: '[aria-label="停止回答"]' };

const chatsOf = ({ backend }: World) =>
  backend.db.all(
    'SELECT c.context_type AS type, c.context_id AS id, m.role, m.content FROM xcx_chats c JOIN xcx_chat_messages m USING (chat_id) WHERE c.chat_id > 4 ORDER BY m.message_id',
  );

async function general(world: World): Promise<Device> {
  const device = await enterAsStaff(world, {}, staffAccounts.coach);
  await openAbout(device, { context_type: 'general' });
  return device;
}

const tailOf = async (device: Device): Promise<string> =>
  ((await device.data()) as { tail_state: string }).tail_state;

/** The answer that is being written goes on so slowly that it does not end by itself. */
const almostStill = ({ backend }: World): void => backend.dev.xcx.setQuirks({ stream_pace_ms: 1_000 });

/** So many questions have their answers, and the last of them is through. */
async function answered(world: World, device: Device, count: number): Promise<void> {
  await until(() => chatsOf(world).length === 2 * count);
  await untilTail(device, 'whole');
}

const nodesOf = async (device: Device): Promise<number> =>
  (await device.frame()).evaluate(() => document.querySelectorAll('*').length);

describe.each(['documented', 'deployed'] as const)('%s', (profile) => {
  const world = useWorld(profile);

  test('E3 4,000 letters: stopped at half, kept and marked, and gone on with', async () => {
    answering(world, LONG, 15);
    const device = await general(world);
    await asked(device, '怎么约');
    await device.see({ text: /^第9段：/ });
    almostStill(world);
    await device.type(bar, '那要不要');
    await device.tap(STOP);
    await untilTail(device, 'stopped');
    await device.see({ text: '已停止，这段可能不完整' });
    expect(await device.text()).not.toContain('\ufffd');
    world.backend.dev.xcx.setQuirks({ stream_pace_ms: 0 });
    await until(() => chatsOf(world).length === 2);
    await device.tap({ text: '继续' });
    // What the server kept comes first, where it is more than was seen.
    await until(async () => !['stopped', 'checking'].includes(await tailOf(device)));
    if ((await tailOf(device)) === 'stored') await device.tap({ text: '继续' });
    await device.see({ text: '请接着说完' });
    await untilTail(device, 'whole');
    expect(
      chatsOf(world).map(({ role, content }) => (role === 'user' ? content : String(content).slice(0, 3))),
    ).toEqual([...['怎么约', '第0段', '请接着说完', '第0段']]);
    expect(chatsOf(world)[3]).toMatchObject({ content: LONG });
    await expectCalm(device);
  });

  test('E3 in the background while it is written: the messages are read first, then it can be gone on with', async () => {
    answering(world, LONG, 15);
    const device = await general(world);
    await asked(device, '怎么约');
    await device.see({ text: /^第1段：/ });
    await device.background();
    await until(() => chatsOf(world).length === 2);
    await device.foreground();
    await until(async () => ['stored', 'cut'].includes(await tailOf(device)));
    await device.see({ text: '继续' });
    await expectCalm(device);
  });

  test('E3 without a stream the whole answer comes at once, through a proxy that holds it back too; a lost connection keeps what came', async () => {
    answering(world, '先问近况，再说**周六**下午。');
    world.backend.dev.xcx.setQuirks({ stream: 'held' });
    const device = await general(world);
    await asked(device, '一');
    await answered(world, device, 1);
    world.backend.dev.xcx.setQuirks({ stream: 'absent' });
    await asked(device, '二');
    await answered(world, device, 2);
    // As by a restart of the server.
    answering(world, LONG, 15);
    world.backend.dev.xcx.setQuirks({ stream: 'cut' });
    await device.restart();
    await openAbout(device, { context_type: 'general' });
    await asked(device, '三');
    await untilTail(device, 'cut');
    await device.see({ text: '网络断了，没有说完' });
    world.backend.dev.xcx.setQuirks({ stream: 'on', stream_pace_ms: 0 });
    await device.tap({ text: '继续' });
    await untilTail(device, 'whole');
    expect(chatsOf(world).slice(-1)).toMatchObject([{ content: LONG }]);
  });

  test('E3 from a task: what it is about is sent, the conversation is found again in the list, and leads back', async () => {
    const task_id = taskOf(world);
    const device = await enterAsStaff(world, {}, staffAccounts.coach);
    await openTask(device, task_id);
    await device.tap({ text: '问助手' });
    await device.ready(staffPages.assistantChat);
    await device.tap({ text: '最近三次消费了什么？' });
    await untilTail(device, 'whole');
    expect(chatsOf(world)).toMatchObject([
      { type: 'task', id: BigInt(task_id), role: 'user' },
      { role: 'assistant' },
    ]);
    await device.tap({ text: '查看' });
    await device.ready(staffPages.task);
    await go(device, `/${staffPages.assistantChats}`);
    await device.see({ text: '任务' });
    await device.type({ css: 'wx-input' }, '没有的词');
    await device.see({ text: '没有找到相关的对话' });
    await device.tap({ css: '[aria-label="清除"]' });
    await device.tap({ css: '.row' });
    await device.ready(staffPages.assistantChat);
    await device.see({ text: '最近三次消费了什么？' });
    await expectCalm(device);
  });
});

describe('as documented', () => {
  const world = useWorld();

  test('E3 from a board: the question takes the board and its filters along, and leads back to them', async () => {
    const device = await onBoards(world, {}, '财务');
    const questions: string[] = [];
    device.page.on('request', (request) => {
      const said = request.postDataBuffer()?.toString('utf8') ?? '';
      if (said.includes('page_context')) questions.push(said);
    });
    await device.tap({ text: '问助手这张看板' });
    await device.ready(staffPages.assistantChat);
    await asked(device, '这个月怎么样');
    await untilTail(device, 'whole');
    expect(chatsOf(world)).toMatchObject([
      { type: 'general', id: null, role: 'user' },
      { role: 'assistant' },
    ]);
    expect(questions).toHaveLength(1);
    expect(JSON.parse(questions[0] ?? '')).toMatchObject({
      source_page: 'boards',
      page_context: { page_type: 'board', context_type: 'general', board: 'finance' },
    });
    await device.tap({ text: '查看' });
    await device.ready(staffPages.boards);
    await device.see({ text: '财务' });
    await expectCalm(device);
  });

  test('E4 bombs are text, and the page stays below 1,000 nodes', async () => {
    const device = await general(world);
    let count = 0;
    for (const bomb of [
      '- '.repeat(10_000),
      '[x]('.repeat(4_000),
      '*'.repeat(8_000),
      '<script>alert(1)</script>\n\n'.repeat(300),
      '- 甲\n'.repeat(3_000),
    ]) {
      answering(world, bomb);
      world.backend.dev.xcx.setQuirks({ stream: 'held' });
      await asked(device, '怎么约');
      await answered(world, device, (count += 1));
      await until(async () => (await nodesOf(device)) < 1_000);
    }
    await expectCalm(device);
  });

  test('E3 from 我的 to a new conversation, where the one button follows and the person reads in peace', async () => {
    answering(world, LONG, 15);
    const device = await enterAsStaff(world, {}, staffAccounts.coach);
    await device.ready(pages.me);
    await device.tap({ text: '助手' });
    await device.ready(staffPages.assistantChats);
    await device.tap({ text: '新对话' });
    await device.ready(staffPages.assistantChat);
    await asked(device, '怎么约');
    // Its first line has reached the top: the rest is written below what is read.
    await device.see({ text: '回到底部' });
    const top = await (await device.frame()).locator('.begins').last().boundingBox();
    await device.see({ text: /^第30段：/ });
    almostStill(world);
    expect(await (await device.frame()).locator('.begins').last().boundingBox()).toEqual(top);
    await device.tap({ text: '回到底部' });
    await until(async () => !(await device.text()).includes('回到底部'));
    await device.tap(STOP);
    await untilTail(device, 'stopped');
    await expectCalm(device);
  });
});
