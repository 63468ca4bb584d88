// Conversations about something: opened by their context where that is offered, begun by a question where it is not.
import { PROFILES, failing } from '../v4/kit';
import { useStaff } from './kit';

const general = { context_type: 'general' } as const;
const FIRST = { page: 1, pageSize: 20 };

describe.each(PROFILES)('a question about something, %s', (profile) => {
  const kit = useStaff(profile);

  async function openTask(): Promise<string> {
    const core = await kit.staff();
    const { items } = await core.xcx.api.tasks.tasks({ ...FIRST, status: 'pending' });
    return items[0]?.id ?? '';
  }

  test.each(['ask', 'stream'] as const)(
    '%s: the answer is about the task, and goes on where it says',
    async (way) => {
      const core = await kit.staff();
      const assistant = kit.assistant(core);
      const about = { context_type: 'task', context_id: await openTask() } as const;
      const say = (content: string, where: object) => {
        const question = { content, ...about, ...where };
        return way === 'ask' ? assistant.ask(question) : assistant.stream(question, () => undefined);
      };
      const first = await say('怎么说比较好', {});
      expect(first.ai_reply.content).toContain('可以这样和');
      const { chat_id = '' } = first;
      const next = { content: '上次什么时候来的', chat_id };
      await (way === 'ask' ? assistant.ask(next) : assistant.stream(next, () => undefined));
      const { items } = await assistant.messages(chat_id, FIRST);
      expect(items.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
      expect(items[3]?.content).toContain('最近一次到店');
    },
  );

  test('what is not there is told as such, and nothing is stored', async () => {
    const assistant = kit.assistant(await kit.staff());
    const before = (await assistant.chats(FIRST)).total;
    const lost = { content: '怎么说', context_type: 'task', context_id: '99999999' } as const;
    expect(await failing(assistant.ask(lost))).toMatchObject({ kind: 'api', status: 404 });
    expect(await failing(assistant.stream(lost, () => undefined))).toMatchObject({
      kind: 'api',
      status: 404,
    });
    expect((await assistant.chats(FIRST)).total).toBe(before);
    // The failure was not remembered: the next question is answered.
    const reply = await assistant.ask({ content: '本月收入', ...general });
    expect(reply.chat_id).toBeDefined();
  });
});

describe('as documented', () => {
  const kit = useStaff('documented');
  const opened = () => kit.backend.dev.requests.count('GET /api/xcx/chat/messages');

  test('there is nothing to open, and questions find that out once', async () => {
    const assistant = kit.assistant(await kit.staff());
    expect(await assistant.open(general)).toBeNull();
    await assistant.ask({ content: '本月收入', ...general });
    await assistant.ask({ content: '本月收入', ...general });
    await assistant.stream({ content: '本月收入', ...general }, () => undefined);
    expect(opened()).toBe(2);
  });
});

describe('deployed', () => {
  const kit = useStaff('deployed');

  async function ownCustomer() {
    const core = await kit.staff();
    const board = { dimension: 'loyal', project: 'ALL' } as const;
    const { items } = await core.xcx.api.boards.customers({ ...board, ...FIRST });
    return { core, context_id: items[0]?.id ?? '' };
  }

  test('a task’s conversation is always the same, a customer’s while it is young, a general one always new', async () => {
    const { core, context_id } = await ownCustomer();
    const assistant = kit.assistant(core);
    const [task] = (await core.xcx.api.tasks.tasks({ ...FIRST, status: 'pending' })).items;
    const contexts = [
      { context_type: 'task', context_id: task?.id ?? '' },
      { context_type: 'customer', context_id },
      general,
    ] as const;
    const begun = await Promise.all(
      contexts.map((context) => assistant.ask({ content: '余额多少', ...context })),
    );
    const again = async () =>
      (await Promise.all(contexts.map((one) => assistant.open(one)))).map((one) => one?.chat_id);
    const [first, second, third] = begun.map(({ chat_id }) => chat_id);
    const soon = await again();
    expect(soon).toEqual([first, second, expect.not.stringMatching(new RegExp(`^${third ?? ''}$`))]);
    kit.backend.dev.advance(4 * 86_400_000);
    await core.session.signInStaff();
    const [sameTask, otherCustomer] = await again();
    expect(sameTask).toBe(first);
    expect(otherCustomer).not.toBe(second);
  });

  test('the card of a customer is stored beside the words, and is there when the conversation is opened again', async () => {
    const { core, context_id } = await ownCustomer();
    const assistant = kit.assistant(core);
    const about = { context_type: 'customer', context_id } as const;
    const asked = {
      content: '余额多少',
      ...about,
      from: { source_page: 'customer', page_context: { month: '2026-11' } },
    };
    await assistant.stream(asked, () => undefined);
    const [message] = (await assistant.open(about))?.items ?? [];
    expect(message?.reference_card).toMatchObject({
      ...{ type: 'customer', title: expect.any(String) as unknown },
      data: { 储值余额: expect.stringMatching(/^¥/) as unknown },
    });
    // A page may go on changing what it gave.
    expect(asked.from.page_context).toEqual({ month: '2026-11' });
  });

  test('a stream in the document’s form is read as well', async () => {
    kit.backend.dev.xcx.setQuirks({ stream_form: 'events' });
    const pieces: string[] = [];
    const asked = { content: '本月收入', ...general };
    const reply = await kit.assistant(await kit.staff()).stream(asked, (delta) => pieces.push(delta));
    expect(pieces.join('')).toBe(reply.ai_reply.content);
  });

  test('without conversations by context, and none to begin by a question, the refusal is the backend’s', async () => {
    kit.backend.dev.xcx.setQuirks({ absent: ['GET /chat/messages'] });
    const assistant = kit.assistant(await kit.staff());
    expect(await failing(assistant.ask({ content: '本月收入', ...general }))).toMatchObject({ status: 404 });
    // The stream begins one by itself.
    const reply = await assistant.stream({ content: '本月收入', ...general }, () => undefined);
    expect(reply.chat_id).toBeDefined();
  });
});
