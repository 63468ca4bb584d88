// Codes on the phone, against the counter's own orders: none that the app took is gone while its order waits, none is
// another's, and each order that waits has a card that the counter takes.
import type { Counter } from '../world/counter/counter';
import type { Known, Shopper } from '../world/counter/shopper';
import type { Problem } from './problem';

/** What the phone knows of the server's time came through a network this slow, ms. */
const LATE_MS = 10_000;
/** In fine weather a card is complete within this, ms. */
const TURN_MS = 4_000;
/** A card that is before the person hears within this that its code was taken, ms. */
const HEARD_MS = 12_000;

/** Whether a code must still be there. */
const isOwed = (
  { purse, counter, person }: Pick<Shopper, 'purse' | 'counter' | 'person'>,
  one: Known,
): boolean =>
  !one.is_wiped &&
  one.user_id === person.user_id &&
  (one.is_saved || one.purse === purse) &&
  counter.isPending(one.redemption_order_id);

/** What must hold at any moment. */
export function judgeCodes(shopper: Shopper, now: number): Problem[] {
  const { purse } = shopper;
  if (purse === undefined) return [];
  const gone = shopper.kept
    .filter((one) => isOwed(shopper, one) && purse.backpack.orders.read(one.item_id)?.code !== one.code)
    .map(({ item_id }): Problem => ({ kind: 'code lost', what: `the code of item ${item_id} is gone` }));
  return [...gone, ...judgeShown(shopper, now)];
}

/** What the page in front shows. */
function judgeShown({ open, counter, person }: Shopper, now: number): Problem[] {
  if (open === undefined || !person.phone.is_in_front) return [];
  const { item_id, card } = open;
  const { code, qr_content } = card.view;
  const problems: Problem[] = [];
  const isTheirs = counter.told.some(
    (one) => one.code === code && one.item_id === item_id && one.user_id === person.user_id,
  );
  if (code !== '' && !isTheirs)
    problems.push({ kind: 'leaked', what: `item ${item_id} shows ${code}, which is no code of theirs` });
  if (qr_content === '') return problems;
  const read = counter.read(qr_content);
  if (read === undefined || String(read.order.item_id) !== item_id || read.owner_user_id !== person.user_id)
    problems.push({ kind: 'leaked', what: `item ${item_id} shows a QR of another` });
  else if (read.expires_at + LATE_MS < now)
    problems.push({
      kind: 'failed',
      what: `item ${item_id} shows a QR that is over for ${now - read.expires_at} ms`,
    });
  return problems;
}

/** In fine weather: each order that waits is found again, and its card shows what the counter takes. */
export async function judgeCounter(
  shopper: Shopper,
  advance: (ms: number) => Promise<void>,
): Promise<Problem[]> {
  const { counter, person } = shopper;
  shopper.look();
  shopper.leave();
  const { purse } = shopper;
  if (purse === undefined) return [{ kind: 'stuck', what: 'nobody is signed in at the counter' }];
  void purse.backpack.pages.refresh();
  await advance(TURN_MS);
  const problems: Problem[] = [];
  for (const { item_id: id, redemption_order_id } of counter.pending(person.user_id)) {
    const item_id = String(id);
    const kept = shopper.kept.find(
      (one) => one.redemption_order_id === redemption_order_id && isOwed(shopper, one),
    );
    if (kept !== undefined && !purse.backpack.items.some((item) => item.item_id === item_id))
      problems.push({ kind: 'code lost', what: `item ${item_id} has a code and is on no list` });
    shopper.show(purse, item_id);
    await advance(TURN_MS);
    problems.push(...judgeCard(shopper, item_id, kept));
    shopper.leave();
  }
  return [...problems, ...(await judgeTaken(shopper, counter, advance))];
}

function judgeCard({ open, counter }: Shopper, item_id: string, kept: Known | undefined): Problem[] {
  const { state, code, qr_content } = open?.card.view ?? { state: 'none', code: '', qr_content: '' };
  const problems: Problem[] = [];
  if (state !== 'live' || counter.read(qr_content)?.order.status !== 'pending')
    problems.push({ kind: 'stuck', what: `item ${item_id} waits at the counter, and its card is ${state}` });
  if (kept !== undefined && code !== kept.code)
    problems.push({ kind: 'code lost', what: `the card of item ${item_id} shows "${code}"` });
  return problems;
}

/** The first of them is taken at the counter, and the card before the person says so. */
async function judgeTaken(
  shopper: Shopper,
  counter: Counter,
  advance: (ms: number) => Promise<void>,
): Promise<Problem[]> {
  const { purse, person } = shopper;
  const [first] = counter.pending(person.user_id);
  if (purse === undefined || first === undefined) return [];
  shopper.show(purse, String(first.item_id));
  await advance(TURN_MS);
  const why = shopper.present();
  await advance(HEARD_MS);
  const { state } = shopper.open?.card.view ?? { state: 'none' };
  shopper.leave();
  if (why !== undefined) return [{ kind: 'failed', what: `the counter refuses what is shown: ${why}` }];
  return state === 'used' ? [] : [{ kind: 'stuck', what: `a code was taken, and its card is ${state}` }];
}
