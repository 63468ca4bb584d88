// Faults that are not on a request's way: sockets, servers, sign-ins, the phone itself.
import type { Person } from './person';
import type { WorldBackend } from './backend';
import type { Fault, Weather } from './weather';

const HOUR_MS = 3_600_000;

/** One of them, now. */
export async function trouble(server: WorldBackend, person: Person, weather: Weather): Promise<void> {
  const { dice } = weather;
  const { phone } = person;
  const has = (fault: Fault) => weather.count(fault);
  const kinds: readonly [number, () => void | Promise<void>][] = [
    [10, () => (server.halfOpen() ? has('half-open socket') : undefined)],
    [10, () => (server.cutAll(), has('socket cut'))],
    [5, () => (server.restart(dice.between(500, 12_000)), has('server restart'))],
    [12, () => (server.expireTokens(), has('token expired'))],
    [2, () => endSignIn(server, person, 'SESSION_REPLACED', has)],
    [2, () => endSignIn(server, person, 'SESSION_EXPIRED', has)],
    ...endOfStaff(server, has),
    [
      12,
      () => {
        phone.setNetwork(false);
        server.time.after(dice.between(200, 20_000), () => phone.setNetwork(true));
        has('network off');
      },
    ],
    [
      12,
      () => {
        phone.hide();
        server.time.after(dice.between(300, 40_000), () => phone.show());
        has('background');
      },
    ],
    [8, () => (phone.kill(), has('killed'))],
    [8, () => (phone.app?.life.killAfter(dice.between(0, 12)), has('killed between two steps'))],
    [4, () => fail(server, person, 'storage full', has)],
    [4, () => fail(server, person, 'storage refuses writes', has)],
    [6, () => ((phone.skew_ms = dice.between(-5, 5) * HOUR_MS), has('clock jump'))],
  ];
  const all = kinds.reduce((sum, [share]) => sum + share, 0);
  let roll = dice.below(all);
  for (const [share, run] of kinds) {
    if (roll < share) return run();
    roll -= share;
  }
}

/** The sign-in of the staff, where there are any, ends. */
function endOfStaff({ staff }: WorldBackend, has: (fault: Fault) => void): [number, () => void][] {
  return staff === undefined ? [] : [[2, () => (staff.endSignIns(), has('sign-in expired'))]];
}

/** The phone's storage fails for a while. */
function fail(
  server: WorldBackend,
  { phone }: Person,
  how: 'storage full' | 'storage refuses writes',
  count: (fault: Fault) => void,
): void {
  phone.storage_fails = how;
  server.time.after(5_000, () => (phone.storage_fails = undefined));
  count(how);
}

function endSignIn(
  server: WorldBackend,
  person: Person,
  code: 'SESSION_REPLACED' | 'SESSION_EXPIRED',
  count: (fault: Fault) => void,
): void {
  server.endSignIns(person.user_id, code);
  count(code === 'SESSION_REPLACED' ? 'session replaced' : 'sign-in expired');
}
