// The models find what is wrong: a fault that is planted in each is told by the shortest story that shows it, which plays again.
import { createGate } from '../../../miniprogram/api/gate';
import { ApiError } from '../../../miniprogram/api/errors';
import type { Gate, GateParts } from '../../../miniprogram/api/gate';
import { step } from '../../../miniprogram/packages/member/realtime/policy';
import { CustomerChat } from '../../../miniprogram/packages/member/stores/chat/customer-chat';
import { Delivery } from '../../../miniprogram/packages/member/stores/chat/outbox/delivery';
import { chatModel } from '../../chaos/model/chat';
import { explore, storyLines } from '../../chaos/model/explore';
import type { Model } from '../../chaos/model/explore';
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
