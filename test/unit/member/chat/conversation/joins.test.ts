// Two readings of one history at once, the newest part and older pages: pages that do not join are never put together.
import * as fc from 'fast-check';
import type { ChatApi } from '../../../../../miniprogram/packages/member/api/chat';
import { Conversation } from '../../../../../miniprogram/packages/member/stores/chat/conversation/conversation';
import { transcriptShelf } from '../../../../../miniprogram/packages/member/stores/chat/conversation/transcript-shelf';
import { gapsOf } from '../../../../../miniprogram/packages/member/stores/chat/rows/conversation-rows';
import { createStore } from '../../../../../miniprogram/platform/storage';
import { settle } from '../../../../support/fake-time';
import { createMemoryStorage } from '../../../../support/memory-storage';
import { idsOf, pageOf, range, SESSION } from '../lines';

const SIZE = 5;

/** A history that grows, and is answered when the test says so. */
class History {
  readonly ids: number[] = [];
  private readonly asked: (() => void)[] = [];
  private readonly shelf = transcriptShelf(
    createStore(createMemoryStorage(), { now: () => 0 }).area('customer:31'),
  );

  private readonly api: Pick<ChatApi, 'messages'> = {
    messages: (_id, { page, page_size }) =>
      new Promise((resolve) => {
        // What the server held when it was asked.
        const { messages, total } = pageOf([...this.ids], page, page_size);
        const pagination = { page, page_size, ...(total === undefined ? {} : { total }) };
        this.asked.push(() => resolve({ messages: [...messages], pagination }));
      }),
  };

  open(): Conversation {
    return new Conversation({
      ...{ session_id: SESSION, api: this.api, shelf: this.shelf, page_size: SIZE },
      ...{ clock: { now: () => 0 }, onLines: () => undefined },
    });
  }

  say(count: number): void {
    for (let n = 0; n < count; n += 1) this.ids.push(this.ids.length + 1);
  }

  async answer(at = 0): Promise<void> {
    const [answer] = this.asked.splice(at % Math.max(1, this.asked.length), 1);
    answer?.();
    await settle();
  }

  async answerAll(): Promise<void> {
    await settle();
    while (this.asked.length > 0) await this.answer();
  }
}

/** Indexes where two neighbouring lines have others between them at the server, and no gap is marked. */
function unmarked({ transcript }: Conversation): number[] {
  const ids = idsOf(transcript.lines);
  const gaps = gapsOf(transcript);
  return ids.filter((id, at) => at > 0 && id !== (ids[at - 1] ?? 0) + 1 && !gaps.has(String(id)));
}

async function readToTheEnd(history: History, conversation: Conversation): Promise<void> {
  void conversation.sync();
  await history.answerAll();
  for (let pages = 0; conversation.has_older; pages += 1) {
    expect(pages).toBeLessThan(200);
    void conversation.loadOlder();
    await history.answerAll();
  }
}

const step = fc.oneof(
  fc.record({ type: fc.constant('say' as const), count: fc.integer({ min: 1, max: 12 * SIZE }) }),
  fc.constant({ type: 'sync' as const }),
  fc.constant({ type: 'older' as const }),
  fc.record({ type: fc.constant('answer' as const), at: fc.nat({ max: 3 }) }),
);

describe('I5 a long gap and a scroll at once', () => {
  it('never shows two lines without a gap that are not neighbours, and shows everything once it is read to the end', async () => {
    const history = new History();
    const conversation = history.open();
    history.say(10 * SIZE);
    void conversation.sync();
    await history.answerAll();
    void conversation.loadOlder();
    await history.answerAll();
    // Away, while more came than a reading follows; opened again, and scrolled up at once.
    history.say(8 * SIZE);
    void conversation.sync();
    void conversation.loadOlder();
    await history.answerAll();
    expect(unmarked(conversation)).toEqual([]);
    await readToTheEnd(history, conversation);
    expect(idsOf(conversation.lines)).toEqual(range(1, 18 * SIZE));
    const again = history.open();
    await readToTheEnd(history, again);
    expect(idsOf(again.lines)).toEqual(range(1, 18 * SIZE));
  });

  it('the same for any order of readings, scrolls, answers and new messages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40 }), async (steps) => {
        const history = new History();
        history.say(6 * SIZE);
        const conversation = history.open();
        for (const one of steps) {
          if (one.type === 'say') history.say(one.count);
          if (one.type === 'sync') void conversation.sync();
          if (one.type === 'older') void conversation.loadOlder();
          if (one.type === 'answer') await history.answer(one.at);
          expect(unmarked(conversation)).toEqual([]);
        }
        await history.answerAll();
        expect(unmarked(conversation)).toEqual([]);
        await readToTheEnd(history, conversation);
        expect(idsOf(conversation.lines)).toEqual(history.ids);
      }),
      { numRuns: 120 },
    );
  });
});
