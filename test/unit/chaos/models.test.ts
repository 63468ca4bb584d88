// The models find what is wrong: a fault that is planted in each is told by the shortest story that shows it, which plays again.
import fc from 'fast-check';
import { createGate } from '../../../miniprogram/api/gate';
import { ApiError } from '../../../miniprogram/api/errors';
import type { Gate, GateParts } from '../../../miniprogram/api/gate';
import { step } from '../../../miniprogram/packages/member/realtime/policy';
import { CustomerChat } from '../../../miniprogram/packages/member/stores/chat/customer-chat';
import { Delivery } from '../../../miniprogram/packages/member/stores/chat/outbox/delivery';
import type { PendingMessages } from '../../../miniprogram/packages/member/stores/chat/outbox/pending-messages';
import { chatModel } from '../../chaos/model/chat';
import { explore, storyLines } from '../../chaos/model/explore';
import type { Model, Walk } from '../../chaos/model/explore';
import { gateModel } from '../../chaos/model/gate';
import { policyModel } from '../../chaos/model/policy';
import type { Step } from '../../chaos/model/policy';

afterEach(() => jest.restoreAllMocks());

/** The story that a model finds, and whether it breaks the same promises when it is played again. */
async function found(model: Model, depth: number, alphabet = model.events) {
  const { broken } = await explore(model, alphabet, depth);
  if (broken === undefined) return undefined;
  const walk = await model.play(broken.story);
  const again = walk.problems.length > 0 ? walk.problems : await walk.end();
  expect(again).toEqual(broken.problems);
  return broken;
}

describe('K4 a planted fault is found', () => {
  it('in the policy: a late word of an earlier attempt counts', async () => {
    const deaf: Step = (state, event, now, random) =>
      step(state, 'generation' in event ? { ...event, generation: state.generation } : event, now, random);
    const broken = await found(policyModel(deaf), 4, [
      'opened',
      'no_network',
      'wifi',
      'waits_5_s',
      'old_wire_gone',
    ]);
    expect(broken?.problems).toContain('a second socket');
    expect(broken?.story).toContain('old_wire_gone');
  });

  it('in the policy: the grace is forgotten', async () => {
    const patient: Step = (state, event, now, random) =>
      event.type === 'hidden' ? { state, commands: [] } : step(state, event, now, random);
    const broken = await found(policyModel(patient), 3);
    expect(broken?.problems).toEqual(['opened where none may be']);
    expect(broken?.story).toContain('hidden');
  });

  it('in the gate: everybody refreshes for themselves', async () => {
    const greedy = (parts: GateParts): Gate => ({
      ...createGate(parts),
      async renew(used) {
        const held = parts.tokens.read();
        if (held === undefined) throw new ApiError({ kind: 'signed_out', backend: 'v4', reason: 'left' });
        parts.tokens.replace(await parts.refresh(held.tokens));
        return { access_token: parts.tokens.read()?.tokens.access_token ?? '', session: used.session };
      },
    });
    const broken = await found(gateModel(greedy), 3, ['ask', 'token_expires', 'refresh_answered']);
    expect(broken?.story).toEqual(['token_expires', 'ask', 'ask']);
    expect(broken?.problems).toContain('two refreshes at once');
  });

  it('in the gate: a bad network signs somebody out', async () => {
    const strict = (parts: GateParts): Gate =>
      createGate({ ...parts, rules: { ...parts.rules, ofRefresh: () => 'expired' } });
    const broken = await found(gateModel(strict), 3);
    expect(broken?.story).toEqual(['token_expires', 'ask', 'refresh_lost']);
  });

  it('in the chat: the history is never searched for a message whose answer was lost', async () => {
    jest.spyOn(Delivery.prototype, 'review').mockImplementation(() => undefined);
    const broken = await found(chatModel('deployed'), 2, ['writes', 'next_answer_lost', 'killed']);
    expect(broken?.story).toEqual(['next_answer_lost', 'writes']);
    expect(broken?.problems).toContain('unconfirmed though the server has it');
  });

  it('in the chat: nothing is read when the socket is back', async () => {
    const chat = CustomerChat.prototype as unknown as { catchUp(): void };
    jest.spyOn(chat, 'catchUp').mockImplementation(() => undefined);
    const broken = await found(chatModel('documented'), 2, ['agent_not_pushed', 'leaves', 'no_network']);
    expect(broken?.story).toEqual(['agent_not_pushed']);
    expect(broken?.problems).toContain('unread 0 instead of 1');
  });

  it('in the chat: a message that failed twice is dropped when the network is back, which takes five events', async () => {
    const { tell } = Delivery.prototype;
    jest.spyOn(Delivery.prototype, 'tell').mockImplementation(function (this: Delivery, id, event) {
      const { pending } = (this as unknown as { parts: { pending: PendingMessages } }).parts;
      const status = pending.get(id)?.status;
      if (event.type === 'hurry' && status !== undefined && 'tries' in status && status.tries >= 2)
        return pending.drop(id);
      return tell.call(this, id, event);
    });
    const alphabet = ['writes', 'next_request_lost', 'killed', 'waits_5_s'];
    const broken = await found(chatModel('documented'), 5, alphabet);
    expect(broken?.story).toHaveLength(5);
    expect(broken?.problems).toContain('a message is neither here nor at the server');
  });
});

describe.each(['documented', 'deployed'] as const)('K4 in a chat (%s)', (profile) => {
  it('states that are taken for one go on alike, whatever happens next', async () => {
    const model = chatModel(profile);
    const first = new Map<string, string[]>();
    let pairs = 0;
    const stories = fc.array(fc.constantFrom(...model.events), { minLength: 1, maxLength: 4 });
    for (const story of fc.sample(stories, { numRuns: 200, seed: 7 })) {
      const { key } = await model.play(story);
      const alike = first.get(key);
      if (alike === undefined) first.set(key, story);
      if (alike === undefined || alike.join() === story.join()) continue;
      pairs += 1;
      for (const event of model.events) {
        const [here, there] = [await model.play([...alike, event]), await model.play([...story, event])];
        expect([alike, event, here.key, here.takes, here.problems]).toEqual([
          ...[alike, event, there.key, there.takes, there.problems],
        ]);
      }
    }
    expect(pairs).toBeGreaterThan(10);
  });
});

it('K4 a counter-example is a short story that says how to play it again', () => {
  expect(storyLines('policy', ['no_network', 'waits_5_s'], ['a second socket'])).toEqual([
    '    1. no network',
    '    2. waits 5 s',
    '    broken: a second socket',
    '    again: npm run test:models -- --model policy --story no_network,waits_5_s',
  ]);
});

it('K4 every story is played, and none twice beyond a state that was there', async () => {
  const played: string[] = [];
  /** Counts to two and stays there. */
  const model: Model = {
    ...{ name: 'count', events: ['more', 'none'], few: [] },
    play(story) {
      played.push(story.join(' '));
      const count = Math.min(2, story.filter((event) => event === 'more').length);
      return { key: String(count), problems: [], end: () => [] };
    },
  };
  expect(await explore(model, model.events, 5)).toEqual({ walks: 7, states: 3 });
  expect(played).toEqual(['', 'more', 'none', 'more more', 'more none', 'more more more', 'more more none']);
});

it('K4 what is readied stands right before the event that takes it', async () => {
  const played: string[] = [];
  /** Asking takes one answer that was readied. */
  const model: Model = {
    ...{ name: 'asks', events: ['ready', 'ask', 'idle'], few: [], readies: ['ready'] },
    play(story) {
      played.push(story.join(' '));
      const takes = story.at(-1) === 'ask' ? 1 : 0;
      return { key: story.join(' '), problems: [], takes, vain: ['idle'], end: () => [] };
    },
  };
  await explore(model, model.events, 3);
  expect(played).toEqual([
    '',
    'ask',
    'ask ask',
    'ready ask',
    'ask ask ask',
    'ask ready ask',
    'ready ask ask',
  ]);
});

it('K4 a model that takes two states for one is told, where going on from one breaks what the story alone does not', async () => {
  const walk = (story: readonly string[], isFaulty: boolean): Walk => ({
    key: story.includes('bad') ? 'bad' : 'same',
    problems: isFaulty && story.includes('bad') ? ['lost'] : [],
    end: () => [],
    go: async (events) => walk([...story, ...events], true),
  });
  const model: Model = { name: 'two', events: ['none', 'bad'], few: [], play: (story) => walk(story, false) };
  await expect(explore(model, model.events, 2)).rejects.toThrow('two states are taken for one: bad');
});
