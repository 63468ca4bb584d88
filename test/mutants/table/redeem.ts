// The code card: one order, never made twice; a code that is never lost; nothing decided by a doubtful clock.
import { rowsOf } from '../row';

const REDEEM = 'miniprogram/packages/member/stores/redeem';
const TESTS = 'test/unit/member/redeem';

export const redeem = rowsOf('redeem', [
  {
    file: `${REDEEM}/plan.ts`,
    test: `${TESTS}/redeem.test.ts`,
    changes: [
      {
        from: 'if (state.asking === null && state.wanted && mayAsk(state))',
        to: 'if (state.asking === null && mayAsk(state))',
        fails: 'a free item is not redeemed until the person asks, and then once',
      },
      {
        from: "else if (state.asking === null && state.stage.state === 'live'",
        to: "else if (state.stage.state === 'live'",
        fails: 'never has two requests in flight',
      },
      {
        from: 'return Math.max(now + RENEW_GAP_MS, expires_at - lead - jitter);',
        to: 'return expires_at + lead + jitter;',
        fails: 'is renewed before it ends',
      },
    ],
  },
  {
    file: `${REDEEM}/after-write.ts`,
    test: `${TESTS}/redeem.test.ts`,
    changes: [
      {
        from: 'Math.max((wait ?? 0) * 1_000, backoff(renew_failures, random))',
        to: 'backoff(renew_failures, random)',
        fails: 'after a 429 it waits as long as the server says',
      },
      {
        from: 'return { ...state, qr: null, renew_failures, renew_at: now + backoff(renew_failures, random) };',
        to: 'return { ...state, qr: null, renew_at: now };',
        fails: 'that is expired on arrival does not cause a storm of requests',
      },
      {
        from: 'no_order: true,',
        to: 'no_order: false,',
        fails: 'a locked item without an order says so and is not asked again and again',
      },
      {
        from: 'Object.assign(idle, { order, code: null, is_unsaved: false });',
        to: 'Object.assign(idle, { order });',
        fails: 'a code of another order is dropped',
      },
    ],
  },
  {
    file: `${REDEEM}/after-write.ts`,
    test: `${TESTS}/ends.test.ts`,
    changes: [
      {
        from: 'no_order: false,\n    read_at: now + POLL_MS,\n    read_is_stale: state.reading,',
        to: 'no_order: false,\n    read_at: now + POLL_MS,',
        fails: 'a read that left before the order was made cannot cancel it',
      },
      {
        from: "if (failure.kind === 'api' && failure.code === 'ORDER_EXPIRED') {",
        to: 'if (false) {',
        fails: 'that the server calls expired ends the same',
      },
      {
        from: 'read_at: now,\n    read_is_stale,',
        to: 'read_at: now,',
        fails: 'a read that left before an order was asked for cannot say that there is none',
      },
    ],
  },
  {
    file: `${REDEEM}/after-write.ts`,
    test: `${TESTS}/time.test.ts`,
    changes: [
      {
        from: 'if (expires_at === null || !is_sure) return UNKNOWN_LIFE_MS;',
        to: 'if (expires_at === null) return UNKNOWN_LIFE_MS;',
        fails: 'shows a minute, and is renewed within it, while the server’s time is not known',
      },
      {
        from: 'return Math.min(QR_LIFE_MS, expires_at - server);',
        to: 'return expires_at - server;',
        fails: 'shows five minutes at most on a phone',
      },
    ],
  },
  {
    file: `${REDEEM}/after-read.ts`,
    test: `${TESTS}/ends.test.ts`,
    changes: [
      {
        from: 'if (state.read_is_stale) return { ...state, reading: false, read_is_stale: false, read_at: now };',
        to: '',
        fails: 'a read that left before the order was made cannot cancel it',
      },
      {
        from: "seen: state.stage.state === 'live' && state.stage.is_sure, at: now",
        to: 'seen: false, at: now',
        fails: 'is seen within seconds, with a buzz, and everything stops',
      },
      {
        from: 'return { ...failed, read_at: again, ...(state.stage.is_sure ? {} : { problem: failure }) };',
        to: 'return { ...failed, read_at: now };',
        fails: 'is looked for every 3 s, and rarer while reads fail',
      },
      {
        from: "if (failure.kind === 'signed_out')\n    return { ...failed, ...WITHOUT_ORDER, stage: { state: 'failed', failure } };",
        to: '',
        fails: 'nothing is shown or asked any more',
      },
    ],
  },
  {
    file: `${REDEEM}/after-read.ts`,
    test: `${TESTS}/time.test.ts`,
    changes: [
      {
        from: "isOrderDue(state, moment) ? 'order_expired' : 'order_gone'",
        to: "'order_gone'",
        fails: 'of an expired order is not called cancelled where the server released the item first',
      },
    ],
  },
  {
    file: `${REDEEM}/after-read.ts`,
    test: `${TESTS}/way-back.test.ts`,
    changes: [
      {
        from: "seen: state.stage.state === 'live' && state.stage.is_sure, at: now",
        to: "seen: state.stage.state === 'live', at: now",
        fails: 'that was used meanwhile goes without a buzz',
      },
      {
        from: 'read_at: again, ...(state.stage.is_sure ? {} : { problem: failure }) };',
        to: 'read_at: again };',
        fails: 'shows while the item cannot be read, and says what is wrong',
      },
    ],
  },
  {
    file: `${REDEEM}/redeem-card.ts`,
    test: `${TESTS}/redeem.test.ts`,
    changes: [
      {
        from: 'const is_saved = orders.keep(this.item_id, keptCode(reply));',
        to: 'const is_saved = true;',
        fails: 'a reply that comes after the page has gone still keeps the code',
      },
      {
        from: 'if (kept && kept.redemption_order_id !== reply.redemption_order_id) orders.drop(this.item_id);',
        to: '',
        fails: 'a code of another order is dropped',
      },
    ],
  },
  {
    file: `${REDEEM}/redeem-card.ts`,
    test: `${TESTS}/way-back.test.ts`,
    changes: [
      {
        from: 'if (this.state.item !== null) orders.ask(this.state.item);',
        to: '',
        fails: 'can be found again when the answer never came, and the app is gone',
      },
      {
        from: 'orders.asked(this.item_id);',
        to: '',
        fails: 'is not kept among items in an order once the server has refused',
      },
    ],
  },
  {
    file: `${REDEEM}/machine.ts`,
    test: `${TESTS}/time.test.ts`,
    changes: [
      {
        from: 'if (is_sure || !isLive(state)) return state;',
        to: 'return state;',
        fails: 'is asked about at once when it becomes doubtful',
      },
    ],
  },
  {
    file: 'miniprogram/stores/backpack/orders.ts',
    test: 'test/unit/stores/backpack/orders.test.ts',
    changes: [
      {
        from: 'if (this.asking.has(item.item_id) || this.mark(item.item_id) !== mark) return;',
        to: '',
        fails: 'keeps a new code from an answer to a question that was asked before',
      },
      {
        from: 'else if (this.isKnown(item_id)) void this.check(item_id);',
        to: 'else if (this.isKnown(item_id)) this.release(item_id);',
        fails: 'is read again where its own page calls it free',
      },
      {
        from: 'this.count(item_id);\n    if (JSON',
        to: 'if (JSON',
        fails: 'from an answer to a question that is older than what its own page told',
      },
      {
        from: 'if (!isAbsent(failure)) return;',
        to: '',
        fails: 'I2 an item with a code',
      },
      {
        from: 'if (end !== null && clock.confirmed && end <= clock.now()) this.release(item_id);',
        to: 'if (true) this.release(item_id);',
        fails: 'I2 an item with a code',
      },
    ],
  },
  {
    file: `${REDEEM}/plan.ts`,
    test: `${TESTS}/blind-spots.test.ts`,
    changes: [
      {
        from: 'if (!isVisible(state) || !state.online) return [];',
        to: 'if (!state.online) return [];',
        fails: 'hidden, nothing is asked although the network goes and comes',
      },
    ],
  },
  {
    file: `${REDEEM}/after-write.ts`,
    test: `${TESTS}/blind-spots.test.ts`,
    changes: [
      {
        from: "stage: { state: 'opening' },\n    problem: failure,",
        to: "stage: { state: 'ready' },\n    problem: failure,",
        fails: 'is not made again before the item was read, however often it is tapped',
      },
    ],
  },
  {
    file: `${REDEEM}/state.ts`,
    test: `${TESTS}/blind-spots.test.ts`,
    changes: [
      {
        from: 'return is_sure && order !== null && order.expires_at !== null && order.expires_at <= server;',
        to: 'return order !== null && order.expires_at !== null && order.expires_at <= server;',
        fails: 'where only a clock that nobody confirmed says that its order is over',
      },
    ],
  },
  {
    file: `${REDEEM}/plan.ts`,
    test: `${TESTS}/words.test.ts`,
    changes: [
      {
        from: '!order.is_doubted) times.push(now + order.expires_at - server);',
        to: '!order.is_doubted) times.push(NEVER);',
        fails: 'is said when it is reached, though nobody can be asked',
      },
    ],
  },
  {
    file: `${REDEEM}/machine.ts`,
    test: `${TESTS}/blind-spots.test.ts`,
    changes: [
      {
        from: '|| state.wanted || state.asking !== null) return state;',
        to: ') return state;',
        fails: 'is not made by itself once the first try has failed',
      },
      {
        from: 'is_doubted: true },\n    qr: null,',
        to: 'is_doubted: true },',
        fails: 'the QR of an order that should be over goes',
      },
      {
        from: 'no_order: false, problem: null',
        to: 'problem: null',
        fails: 'whose order was not found is asked for it again at a tap',
      },
    ],
  },
  {
    file: `${REDEEM}/after-write.ts`,
    test: `${TESTS}/way-back.test.ts`,
    changes: [
      {
        from: 'return { ...state, qr, problem: null,',
        to: 'return { ...state, qr,',
        fails: 'a QR that was renewed after failures leaves no word of them',
      },
    ],
  },
]);
