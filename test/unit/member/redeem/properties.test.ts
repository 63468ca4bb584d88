// Whatever happens, in whatever order: no expired code is ever shown as good, the screen is given back whenever the
// page is not visible, one QR request at a time, nothing asked while hidden or offline.
import fc from 'fast-check';
import type { Failure } from '../../../../miniprogram/api/errors';
import type { RedeemCard } from '../../../../miniprogram/packages/member/stores/redeem/redeem-card';
import { Desk } from './desk';

const failures: Failure[] = [
  { kind: 'network' },
  { kind: 'timeout' },
  { kind: 'api', status: 404, code: 'NOT_FOUND', message: '' },
  { kind: 'api', status: 400, code: 'ORDER_EXPIRED', message: '' },
  { kind: 'api', status: 400, code: 'REDEMPTION_NOT_ALLOWED', message: '' },
  { kind: 'api', status: 429, code: 'RATE_LIMIT_EXCEEDED', message: '', wait_seconds: 30 },
  { kind: 'api', status: 500, code: 'INTERNAL_ERROR', message: '' },
];

const mostly = <T>(usual: T, ...rare: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: fc.constantFrom(...rare) });
const passing = fc.oneof(
  fc.integer({ min: 1, max: 10_000 }),
  fc.integer({ min: 1, max: 120_000 }),
  fc.integer({ min: 1, max: 320_000 }),
);
const answering = fc.record({
  do: fc.constant('answer'),
  failure: mostly<Failure | null>(null, ...failures),
});
const move = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('pass'), ms: passing }) },
  { weight: 12, arbitrary: answering },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('page', 'app', 'network'), on: mostly(true, false) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('capture', 'ask_code', 'retry') }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('status'),
      status: mostly('held', 'available', 'used', 'expired'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('life'), ms: mostly(300_000, -1_000, 1, 5_000) }) },
) as fc.Arbitrary<Move>;

type Move =
  | { do: 'pass'; ms: number }
  | { do: 'answer'; failure: Failure | null }
  | { do: 'page' | 'app' | 'network'; on: boolean }
  | { do: 'capture' | 'ask_code' | 'retry' }
  | { do: 'status'; status: string }
  | { do: 'life'; ms: number };

/** A desk that checks the promises at every moment at which anything happens, timers included. */
class WatchedDesk extends Desk {
  page = false;
  app_shown = true;
  online = true;
  readonly contents = new Map<string, number>();
  card_: RedeemCard | undefined;

  /** Plain comparisons: this runs at each of a million moments. */
  check(): void {
    const view = this.card_?.view;
    if (!view) return;
    const visible = this.page && this.app_shown;
    if (view.qr_content !== '') {
      const end = this.contents.get(view.qr_content) ?? 0;
      if (view.qr_face !== 'valid' || !visible || end <= this.now) {
        throw new Error(
          `${view.qr_content} is shown ${this.now - end} ms after its end, visible: ${visible}`,
        );
      }
    }
    if (!visible && (this.screen.at(-1) === true || view.code !== ''))
      throw new Error('hidden, yet bright or readable');
    if (this.mostQrRequests > 1) throw new Error('two QR requests at once');
  }

  async passWatched(ms: number): Promise<void> {
    const end = this.now + ms;
    while (this.now < end) {
      const asked = this.asked.length;
      const last = [...this.contents.values()].at(-1) ?? 0;
      const next = Math.min(end, Math.max(this.now + 1, this.nextTimer()), last > this.now ? last : end);
      await this.pass(next - this.now);
      this.check();
      const asking = this.page && this.app_shown && this.online;
      if (!asking && this.asked.length > asked) throw new Error('asked while hidden or offline');
    }
  }
}

async function play(desk: WatchedDesk, card: RedeemCard, step: Move): Promise<void> {
  switch (step.do) {
    case 'pass':
      return desk.passWatched(step.ms);
    case 'answer':
      if (desk.pending.length > 0) await desk.answer(step.failure ?? undefined);
      return;
    case 'page':
      desk.page = step.on;
      return card.send({ type: 'page', shown: step.on });
    case 'app':
      desk.app_shown = step.on;
      return desk.app(step.on);
    case 'network':
      desk.online = step.on;
      return desk.network(step.on);
    case 'capture':
      return desk.capture();
    case 'ask_code':
    case 'retry':
      return card.send({ type: step.do });
    case 'status':
      desk.status = step.status;
      return;
    case 'life':
      desk.qr_life_ms = step.ms;
  }
}

test('any sequence of events keeps the promises', async () => {
  let lives = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(move, { minLength: 5, maxLength: 40 }),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      async (moves, random) => {
        const desk = new WatchedDesk();
        desk.prompt = false;
        desk.random = random;
        desk.onQr = (content, expires_at) => void desk.contents.set(content, expires_at);
        const card = desk.card();
        desk.card_ = card;
        await play(desk, card, { do: 'page', on: true });
        // Read the item, then its QR: from there on the moves decide.
        for (const _ of ['item', 'refreshQr']) await play(desk, card, { do: 'answer', failure: null });
        for (const step of moves) {
          await play(desk, card, step);
          desk.check();
          if (card.view.qr_content !== '') lives += 1;
        }
        card.dispose();
        expect(desk.screen.at(-1) ?? false).toBe(false);
        expect(desk.timersLeft).toBe(0);
      },
    ),
    { numRuns: 80 },
  );
  // The property says something only when codes were shown often.
  expect(lives).toBeGreaterThan(500);
});
