// Which time is believed: the envelope's, the Date header's, or that of a token that was made just now.
import { createServerClock } from '../../../miniprogram/api/server-clock';
import { createTimeTeacher } from '../../../miniprogram/api/witnesses';
import type { Witness } from '../../../miniprogram/api/witnesses';
import { createFakeTime } from '../../support/fake-time';

const HOUR = 3_600_000;
const TRUTH = Date.UTC(2026, 10, 27, 6);

const token = (iat_ms: number): string =>
  `e30.${Buffer.from(JSON.stringify({ iat: iat_ms / 1000 })).toString('base64url')}.sig`;

/** What an answer carries; each is left out where it is not given. */
interface Says {
  envelope?: number;
  date?: number;
  issued?: number;
}

function school(remembered?: Witness) {
  const time = createFakeTime(TRUTH - 2 * 24 * HOUR);
  const clock = createServerClock(time);
  const kept: Witness[] = [];
  const teach = createTimeTeacher(clock, { read: () => remembered, write: (one) => void kept.push(one) });
  return {
    clock,
    kept,
    hear({ envelope, date, issued }: Says): number {
      const headers = date === undefined ? [] : [['Date', new Date(date).toUTCString()] as const];
      const timestamp = envelope === undefined ? undefined : new Date(envelope).toISOString();
      const data = issued === undefined ? {} : { access_token: token(issued) };
      teach({ timestamp, headers, data }, time.now());
      return clock.now();
    },
  };
}

/** Within the half second that a Date header leaves open. */
const near = (moment: number): [number, number] => [moment - 1_000, moment + 1_000];
function expectNear(read: number, moment: number): void {
  const [from, to] = near(moment);
  expect(read).toBeGreaterThanOrEqual(from);
  expect(read).toBeLessThanOrEqual(to);
}

describe('I1 the time that an answer tells', () => {
  test('is the envelope’s, to the millisecond, where Date agrees', () => {
    expect(school().hear({ envelope: TRUTH + 123, date: TRUTH - 3_000 })).toBe(TRUTH + 123);
  });

  test('is Date’s where the envelope is eight hours ahead and there is no other witness', () => {
    expectNear(school().hear({ envelope: TRUTH + 8 * HOUR, date: TRUTH }), TRUTH);
  });

  test.each<[string, Says]>([
    [
      'the envelope’s, when a fresh token was made then',
      { envelope: TRUTH, date: TRUTH + 9_000 * HOUR, issued: TRUTH },
    ],
    ['Date’s, when a fresh token was made then', { envelope: TRUTH + 8 * HOUR, date: TRUTH, issued: TRUTH }],
    [
      'Date’s, when the token supports neither',
      { envelope: TRUTH + 8 * HOUR, date: TRUTH, issued: TRUTH - 5 * HOUR },
    ],
  ])('is %s', (_whose, says) => {
    expectNear(school().hear(says), TRUTH);
  });

  test('goes on being that of the witness whom the token supported, also after a restart', () => {
    const { hear, kept } = school();
    hear({ envelope: TRUTH, date: TRUTH + 9_000 * HOUR, issued: TRUTH });
    expect(hear({ envelope: TRUTH + 1_000, date: TRUTH + 9_000 * HOUR })).toBe(TRUTH + 1_000);
    expect(kept).toEqual(['envelope']);
    expect(school('envelope').hear({ envelope: TRUTH, date: TRUTH + 9_000 * HOUR })).toBe(TRUTH);
  });

  test('is not that of a witness that was found false, even if it is the only one', () => {
    const { hear } = school();
    const before = hear({ envelope: TRUTH + 8 * HOUR, date: TRUTH });
    expect(hear({ envelope: TRUTH + 8 * HOUR })).toBe(before);
    expect(hear({ envelope: TRUTH + 60, date: TRUTH })).toBe(TRUTH + 60);
    expect(hear({ envelope: TRUTH + 90 })).toBe(TRUTH + 90);
  });

  test('is nothing where an answer tells none', () => {
    const { hear, clock } = school();
    hear({});
    expect(clock.confirmed).toBe(false);
  });
});
