// An item's page: shows the cached item first, says what failed, never uses an item twice; a failed history leaves the
// item as it is.
import type { Item, TimelineReply, UseReply } from '../../../../typings/v4/backpack';
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import { canRedeem, offeredActions } from '../../../../miniprogram/format/item-actions';
import { itemView } from '../../../../miniprogram/packages/member/format/item-view';
import { ItemStore } from '../../../../miniprogram/packages/member/stores/item/item';
import { TimelineStore } from '../../../../miniprogram/packages/member/stores/item/timeline';
import { ITEM } from './kit';

const NOW = Date.UTC(2026, 10, 22, 2);
const api = (status: number, code = 'X', message = '…'): Failure => ({ kind: 'api', status, code, message });

class Backend {
  item_now: Item = ITEM;
  failing: Failure | null = null;
  use_failing: Failure | null = null;
  received: Item[] = [];
  used = 0;

  store(listed: Item[] = []): ItemStore {
    return new ItemStore('7001', {
      api: {
        item: async () => (this.failing ? Promise.reject(new ApiError(this.failing)) : this.item_now),
        use: async (): Promise<UseReply> => {
          this.used += 1;
          if (this.use_failing) throw new ApiError(this.use_failing);
          this.item_now = { ...this.item_now, status: 'used' };
          return { item_id: '7001', status: 'used', instructions: '请到前台领取' };
        },
      },
      backpack: { items: listed, receive: (item) => void this.received.push(item) },
    });
  }
}

describe('reading', () => {
  test('what the list knows shows at once, then what the server says, and the list hears of it', async () => {
    const backend = new Backend();
    backend.item_now = { ...ITEM, item_description: '含豆' };
    const store = backend.store([ITEM]);
    expect(store.item).toEqual(ITEM);
    await store.refresh();
    expect(store.item?.item_description).toBe('含豆');
    expect(backend.received).toEqual([backend.item_now]);
  });

  test('a failed refresh keeps the content and says so', async () => {
    const backend = new Backend();
    backend.failing = { kind: 'network' };
    const store = backend.store([ITEM]);
    await store.refresh();
    expect(store).toMatchObject({ stale: true, absence: null });
  });

  test.each([
    ['missing', api(404, 'NOT_FOUND')],
    ['not_yours', api(403, 'FORBIDDEN')],
    ['not_yours', api(500, 'INTERNAL_ERROR', '无权查看此物品')],
    ['failed', api(500, 'INTERNAL_ERROR', 'x is not a function')],
    ['failed', { kind: 'timeout' } as const],
  ])('is %s on %j', async (absence, failure) => {
    const backend = new Backend();
    backend.failing = failure;
    const store = backend.store();
    await store.refresh();
    expect(store.absence).toBe(absence);
  });

  test('an item that is gone is removed from the list too', async () => {
    const backend = new Backend();
    backend.failing = api(404);
    const store = backend.store([ITEM]);
    await store.refresh();
    expect(store.absence).toBe('missing');
  });
});

describe('using', () => {
  test('is one call for two taps, and the page then shows what the server says', async () => {
    const backend = new Backend();
    const store = backend.store([ITEM]);
    await Promise.all([store.use(), store.use()]);
    expect(backend.used).toBe(1);
    expect(store).toMatchObject({ instructions: '请到前台领取', use_failure: null, using: false });
    expect(store.item?.status).toBe('used');
  });

  test('an unclear outcome is read, not repeated: it had happened', async () => {
    const backend = new Backend();
    backend.use_failing = { kind: 'timeout' };
    backend.item_now = { ...ITEM, status: 'used' };
    const store = backend.store([ITEM]);
    await store.use();
    expect(backend.used).toBe(1);
    expect(store).toMatchObject({ use_failure: null, item: { status: 'used' } });
  });

  test('a refusal stays with the button', async () => {
    const backend = new Backend();
    backend.use_failing = api(400, 'SERVICE_ERROR');
    const store = backend.store([ITEM]);
    await store.use();
    expect(store.use_failure).toMatchObject({ status: 400 });
  });
});

describe('what may be done', () => {
  test.each<[Partial<Item>, string[]]>([
    [{}, ['redeem']],
    [{ item_type: 'product' }, ['redeem']],
    [{ item_type: 'collectible' }, ['use']],
    [{ item_type: 'hologram' }, []],
    [{ allowed_actions: ['use', 'redeem'] }, ['redeem', 'use']],
    [{ allowed_actions: ['gift'] }, []],
    [{ status: 'locked' }, ['show_code']],
    [{ status: 'held', allowed_actions: ['redeem'], has_redemption_code: true }, ['show_code']],
    [{ status: 'held', item_type: 'collectible' }, []],
    [{ status: 'used', allowed_actions: ['use'] }, []],
    [{ status: 'frozen', allowed_actions: ['redeem'] }, []],
    [{ is_owner: false }, []],
  ])('%j offers %j', (change, actions) => {
    expect(offeredActions({ ...ITEM, ...change })).toEqual(actions);
  });

  test('the backend decides about a code where it says anything', () => {
    expect(canRedeem({ ...ITEM, allowed_actions: [] })).toBe(false);
    expect(canRedeem({ ...ITEM, item_type: 'service', allowed_actions: ['redeem'] })).toBe(true);
  });
});

describe('what is shown', () => {
  test('an unknown status, type and rarity never show as code', () => {
    const odd = { ...ITEM, status: 'frozen', item_type: 'hologram', rarity_code: 'stellar' };
    const view = itemView(odd, NOW);
    expect(JSON.stringify({ ...view, item_type: '' })).not.toMatch(/frozen|hologram|stellar/);
    expect(view.no_action_text).not.toBe('');
  });

  test('nothing is promised where no end is known, and a near end has its date', () => {
    expect(itemView(ITEM, NOW).expiry_text).toBe('');
    const soon = itemView({ ...ITEM, expires_at: '2026-11-24 18:00:00' }, NOW);
    expect(soon).toMatchObject({
      expiry_text: '请在 2026-11-24 18:00 前使用',
      left_text: '还有 2 天到期',
      expiry_tone: 'soon',
    });
  });
});

describe('the history', () => {
  const reply = { timeline: [{ time: null, event: 'mint' }] } as unknown as TimelineReply;
  const of = (profile: 'documented' | 'deployed', answers: (Failure | TimelineReply)[]): TimelineStore =>
    new TimelineStore('7001', {
      profile,
      api: {
        timeline: async () => {
          const next = answers.shift();
          if (next === undefined) throw new Error('asked too often');
          if ('kind' in next) throw new ApiError(next);
          return next;
        },
      },
    });

  test('fails alone and comes back on retry', async () => {
    const store = of('documented', [api(500), reply]);
    await store.refresh();
    expect(store.current.state).toBe('failed');
    await store.refresh();
    expect(store.current.state).toBe('ready');
  });

  test.each([
    ['deployed', api(500)],
    ['documented', api(404)],
  ] as const)('is quiet where %s answers %j, and not asked again', async (profile, failure) => {
    const store = of(profile, [failure]);
    await store.refresh();
    await store.refresh();
    expect(store.current.state).toBe('absent');
  });

  test('stays when a refresh fails', async () => {
    const store = of('documented', [reply, { kind: 'network' }]);
    await store.refresh();
    await store.refresh();
    expect(store.current.state).toBe('ready');
  });
});
