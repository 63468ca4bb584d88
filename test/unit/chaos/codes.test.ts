// What the judge of codes says of a phone at the counter, in fine weather: each of its faults is made once.
import { judgeCodes, judgeCounter } from '../../chaos/verdict/codes';
import type { Counter } from '../../chaos/world/counter/counter';
import { withCounter } from '../../chaos/world/counter/begin';
import type { Purse } from '../../chaos/world/counter/purse';
import { Shopper } from '../../chaos/world/counter/shopper';
import { Person } from '../../chaos/world/person';
import { Phone } from '../../chaos/world/phone';
import { createDice, Weather } from '../../chaos/world/weather';
import type { WorldBackend } from '../../chaos/world/backend';

const START_MS = Date.UTC(2026, 10, 22, 6);
const QR_LIFE_MS = 300_000;
/** More than what the phone may know too late of the server's time. */
const GRACE_MS = 11_000;

let server: WorldBackend;
let counter: Counter;
let phone: Phone;
let person: Person;
let shopper: Shopper;

const purse = (): Purse => {
  const found = shopper.purse;
  if (found === undefined) throw new Error('nobody is signed in');
  return found;
};
const advance = (ms: number): Promise<void> => server.time.advance(ms);
const judged = () => judgeCodes(shopper, server.time.now());

async function signIn(): Promise<void> {
  void person.signIn();
  await advance(2_000);
  shopper.look();
}

/** A code of the first item that is free. @returns its id */
async function makeCode(): Promise<string> {
  const item_id = purse().backpack.items.find(({ status }) => status === 'available')?.item_id ?? '';
  shopper.show(purse(), item_id);
  await advance(1_000);
  shopper.open?.card.send({ type: 'ask_code' });
  await advance(1_000);
  return item_id;
}

beforeEach(async () => {
  const weather = new Weather(createDice(1));
  weather.fine = true;
  server = await withCounter(START_MS, 'documented', weather);
  if (server.counter === undefined) throw new Error('there is no counter');
  ({ counter } = server);
  phone = new Phone(server, weather);
  person = new Person(phone, weather.dice);
  shopper = new Shopper(person, counter, weather.dice);
  phone.start();
  await signIn();
});

afterEach(async () => {
  phone.kill();
  await server.dispose();
});

test('K3 a code that came is there, also after the app was killed, and its card is taken at the counter', async () => {
  await makeCode();
  expect(shopper.kept).toMatchObject([{ is_saved: true, is_wiped: false }]);
  expect(judged()).toEqual([]);
  phone.kill();
  phone.start();
  await advance(2_000);
  shopper.look();
  expect(judged()).toEqual([]);
  expect(await judgeCounter(shopper, advance)).toEqual([]);
  expect(counter.pending(person.user_id)).toEqual([]);
});

test('K3 a code that goes while its order waits is lost', async () => {
  const item_id = await makeCode();
  purse().backpack.orders.drop(item_id);
  expect(judged()).toMatchObject([{ kind: 'code lost' }]);
  expect(await judgeCounter(shopper, advance)).toMatchObject([{ kind: 'code lost' }]);
});

test('K3 a code for which there was no room is owed as long as the app runs', async () => {
  phone.storage_fails = 'storage refuses writes';
  const item_id = await makeCode();
  phone.storage_fails = undefined;
  expect(shopper.kept).toMatchObject([{ is_saved: false }]);
  purse().backpack.orders.drop(item_id);
  expect(judged()).toMatchObject([{ kind: 'code lost' }]);
  phone.kill();
  phone.start();
  await advance(2_000);
  shopper.look();
  expect(judged()).toEqual([]);
});

test('K3 nothing is owed of what was taken at the counter, or went with a sign-out', async () => {
  const first = await makeCode();
  expect(shopper.present()).toBeUndefined();
  purse().backpack.orders.drop(first);
  expect(judged()).toEqual([]);
  shopper.leave();
  await makeCode();
  void person.signOut();
  await advance(2_000);
  shopper.look();
  await signIn();
  expect(judged()).toEqual([]);
});

test('K3 what is shown is the person’s own, and not over', async () => {
  const first = await makeCode();
  shopper.leave();
  const second = await makeCode();
  const { card } = shopper.open ?? {};
  if (card === undefined) throw new Error('no card is open');
  const long_after = server.time.now() + QR_LIFE_MS + GRACE_MS;
  expect(judgeCodes(shopper, long_after)).toMatchObject([{ kind: 'failed' }]);
  expect(judged()).toEqual([]);
  // The same card on the page of another item.
  shopper.open = { item_id: first, card, purse: purse() };
  expect(judged().map(({ kind }) => kind)).toEqual(['leaked', 'leaked']);
  expect(second).not.toBe(first);
});
