// What stays behind: of a person who signed out, and of an app that was stopped.
import type { Person } from '../world/person';
import type { WorldBackend } from '../world/backend';
import type { Problem } from './problem';

/** Requests that are still retried have given up by then. */
const QUIET_S = 40;

type Counts = ReadonlyMap<string, number>;

/** What is held beyond `fair`. */
export const heldBeyond = (held: Counts, fair: Counts): Problem[] =>
  [...held]
    .filter(([what, count]) => count > (fair.get(what) ?? 0))
    .map(([what, count]) => ({
      kind: 'leaked',
      what: `${count} of ${what} are held, ${fair.get(what) ?? 0} would be fair`,
    }));

/** Keys and files that belong to somebody although nobody is signed in. */
export const leftBehind = (keys: readonly string[], files: ReadonlySet<string>): Problem[] =>
  [...keys.filter((key) => /^(customer|staff):/.test(key)), ...files].map((what) => ({
    kind: 'leaked',
    what: `${what} stays on the phone after signing out`,
  }));

/** Where one identity signed out: nothing of it stays, and everything of the other does. */
export const leftAlone = (before: readonly string[], after: readonly string[]): Problem[] => [
  ...leftBehind(
    after.filter((key) => key.startsWith('staff:')),
    new Set(),
  ),
  ...before
    .filter((key) => key.startsWith('customer:') && !after.includes(key))
    .map((key): Problem => ({ kind: 'lost', what: `${key} went when the staff signed out` })),
];

/** Somebody of the staff signs out while the customer stays. */
async function judgeStaffLeaving({ time }: WorldBackend, { phone }: Person): Promise<Problem[]> {
  const before = phone.storage.keys();
  void phone.app?.core.session.signOut('staff');
  await time.advance(1_000);
  const problems = leftAlone(before, phone.storage.keys());
  const state = phone.app?.core.session.customer.state;
  return state === 'signed_in'
    ? problems
    : [...problems, { kind: 'lost', what: `the customer is ${state} after the staff signed out` }];
}

/** The last thing of a run, in fine weather: signs out, compares with an app that nobody signed in to, and stops that. */
export async function judgeLeaks(server: WorldBackend, person: Person): Promise<Problem[]> {
  const { time } = server;
  const { phone } = person;
  const lived = phone.app;
  if (lived === undefined) return [{ kind: 'stuck', what: 'the app is not there' }];
  const left = server.staff === undefined ? [] : await judgeStaffLeaving(server, person);
  void lived.core.session.signOut('customer');
  for (let second = 0; second < QUIET_S; second += 1) await time.advance(1_000);
  const held = lived.life.holds.now();
  const problems = [...left, ...leftBehind(phone.storage.keys(), phone.files)];
  phone.kill();
  const { life, stop } = phone.start();
  for (let second = 0; second < QUIET_S; second += 1) await time.advance(1_000);
  problems.push(...heldBeyond(held, life.holds.now()));
  stop();
  return [...problems, ...heldBeyond(life.holds.now(), new Map())];
}
