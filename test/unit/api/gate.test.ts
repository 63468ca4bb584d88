// The token gate, under a virtual clock.
import fc from 'fast-check';
import { ApiError } from '../../../miniprogram/api/errors';
import type { Failure, SignedOutReason } from '../../../miniprogram/api/errors';
import { xcxRefusalRules } from '../../../miniprogram/api/xcx/refresh';
import { settle } from '../../support/fake-time';
import { EXPIRED, gateKit, jwt, refusal } from './gate-kit';

const signedOut = (reason: SignedOutReason) => ({ failure: { kind: 'signed_out', backend: 'v4', reason } });

describe('the token gate', () => {
  test.each([20, 50])(
    'A4 %i parallel requests with an expired access token → exactly one refresh',
    async (count) => {
      const { gate, kit, time } = gateKit();
      kit.signIn(1, kit.hour('old'));
      const pass = await gate.pass();
      const renewed = Promise.all(Array.from({ length: count }, () => gate.renew(pass, EXPIRED)));
      await time.advance(1000);
      const passes = await renewed;
      expect(kit.refreshes).toEqual([pass.access_token]);
      expect(new Set(passes.map((one) => one.access_token))).toEqual(new Set([kit.token()]));
    },
  );

  test('A4 however requests and refusals interleave, each refused token is refreshed at most once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 50 }),
        async (delays) => {
          const { gate, kit, time } = gateKit();
          kit.signIn(1, kit.hour('old'));
          const pass = await gate.pass();
          const renewed = delays.map(
            (delay) => new Promise((resolve) => time.after(delay, () => resolve(gate.renew(pass, EXPIRED)))),
          );
          await time.advance(1000);
          await Promise.all(renewed);
          expect(kit.refreshes).toHaveLength(1);
          expect(kit.cleared).toEqual([]);
        },
      ),
      { numRuns: 50 },
    );
  });

  const undecided: Failure[] = [
    { kind: 'network' },
    { kind: 'timeout' },
    { kind: 'http', status: 502 },
    // A captive portal answers 401 and 403 too, but not in the backend's envelope.
    { kind: 'http', status: 401 },
    { kind: 'http', status: 403 },
    refusal('INTERNAL_ERROR', 500),
    refusal('RATE_LIMIT_EXCEEDED', 429),
    refusal('NOT_FOUND', 404),
    { kind: 'maintenance', message: '' },
    { kind: 'decode', endpoint: 'POST /auth/refresh', path: '$', problem: '' },
  ];
  test.each(undecided)(
    'A4 Refresh fails by $kind $status $code: still signed in, and the next try works',
    async (failure) => {
      const { gate, kit, time } = gateKit();
      kit.signIn(1, kit.hour('old'));
      const pass = await gate.pass();
      kit.script.push(failure);
      const both = [gate.renew(pass, EXPIRED), gate.renew(pass, EXPIRED)].map((one) =>
        expect(one).rejects.toMatchObject({ failure }),
      );
      await time.advance(200);
      await Promise.all(both);
      expect(kit.cleared).toEqual([]);
      expect(kit.token()).toBe(pass.access_token);

      const again = gate.renew(pass, EXPIRED);
      await time.advance(200);
      await expect(again).resolves.toMatchObject({ access_token: kit.token() });
      expect(kit.refreshes).toHaveLength(2);
    },
  );

  test.each<[string, number, SignedOutReason]>([
    ['INVALID_REFRESH_TOKEN', 401, 'expired'],
    ['SESSION_REVOKED', 401, 'revoked'],
    ['SESSION_REPLACED', 401, 'replaced'],
    ['SESSION_EXPIRED', 401, 'expired'],
    ['SESSION_NOT_FOUND', 401, 'invalid'],
    ['USER_INACTIVE', 403, 'inactive'],
    ['REFRESH_TOKEN_REQUIRED', 400, 'expired'],
    ['SOMETHING_NEW', 401, 'expired'],
  ])('A4 a refused refresh (%s) signs out, says why, and says it once', async (code, status, reason) => {
    const { gate, kit, time } = gateKit();
    kit.signIn(1, kit.hour('old'));
    const pass = await gate.pass();
    kit.script.push(refusal(code, status));
    const all = Array.from({ length: 20 }, () =>
      expect(gate.renew(pass, EXPIRED)).rejects.toMatchObject(signedOut(reason)),
    );
    await time.advance(200);
    await Promise.all(all);
    expect(kit.cleared).toEqual([reason]);
    expect(kit.refreshes).toHaveLength(1);
    // A later caller gets the same error, without another request.
    await expect(gate.renew(pass, EXPIRED)).rejects.toMatchObject(signedOut(reason));
    await expect(gate.pass()).rejects.toMatchObject(signedOut(reason));
    expect(kit.refreshes).toHaveLength(1);
  });

  test.each<[string, SignedOutReason]>([
    ['SESSION_REPLACED', 'replaced'],
    ['SESSION_REVOKED', 'revoked'],
    ['SESSION_EXPIRED', 'expired'],
    ['INVALID_TOKEN', 'invalid'],
    ['MISSING_TOKEN', 'invalid'],
    ['SESSION_NOT_FOUND', 'invalid'],
  ])('A4 a request refused with %s is final: no refresh is tried', async (code, reason) => {
    const { gate, kit } = gateKit();
    kit.signIn(1, kit.hour('old'));
    const pass = await gate.pass();
    await expect(gate.renew(pass, refusal(code))).rejects.toMatchObject(signedOut(reason));
    expect(kit.refreshes).toEqual([]);
    expect(kit.cleared).toEqual([reason]);
  });

  test('A4 a token that was replaced meanwhile is not refreshed again, and its refusal signs nobody out', async () => {
    const { gate, kit } = gateKit();
    kit.signIn(1, kit.hour('old'));
    const pass = await gate.pass();
    const fresh = kit.hour('fresh');
    kit.signIn(1, fresh);
    for (const code of ['TOKEN_EXPIRED', 'INVALID_TOKEN', 'SESSION_REVOKED']) {
      await expect(gate.renew(pass, refusal(code))).resolves.toEqual({ access_token: fresh, session: 1 });
    }
    expect(kit.refreshes).toEqual([]);
    expect(kit.cleared).toEqual([]);
  });

  test('a refresh refused after the token was replaced elsewhere signs nobody out', async () => {
    const { gate, kit, time } = gateKit();
    kit.signIn(1, kit.hour('old'));
    const pass = await gate.pass();
    kit.script.push(refusal('INVALID_REFRESH_TOKEN'));
    const renewed = gate.renew(pass, EXPIRED);
    await settle();
    const fresh = kit.hour('fresh');
    kit.signIn(1, fresh);
    await time.advance(200);
    await expect(renewed).resolves.toMatchObject({ access_token: fresh });
    expect(kit.cleared).toEqual([]);
  });

  test('a request of the person who left is never replayed as the one who came', async () => {
    const { gate, kit, time } = gateKit();
    kit.signIn(1, kit.hour('first'));
    const pass = await gate.pass();
    const renewing = expect(gate.renew(pass, EXPIRED)).rejects.toMatchObject(signedOut('left'));
    await settle();
    const other = kit.hour('other');
    kit.signIn(2, other);
    await time.advance(200);
    await renewing;
    // Neither is the other's token overwritten by the late answer.
    expect(kit.token()).toBe(other);
    expect(gate.holds(pass)).toBe(false);
    await expect(gate.renew(pass, EXPIRED)).rejects.toMatchObject(signedOut('left'));
  });

  test('a late refusal of the person who left does not sign out the one who came', async () => {
    const { gate, kit, time } = gateKit();
    kit.signIn(1, kit.hour('first'));
    const pass = await gate.pass();
    kit.script.push(refusal('SESSION_REVOKED'));
    const renewing = expect(gate.renew(pass, EXPIRED)).rejects.toMatchObject(signedOut('left'));
    await settle();
    kit.signIn(2, kit.hour('other'));
    await time.advance(200);
    await renewing;
    expect(kit.cleared).toEqual([]);
  });

  test('a token about to end is refreshed before it is used; one that lasts is not', async () => {
    const { gate, kit, time } = gateKit();
    kit.signIn(1, jwt('short', time.now() + 59_000));
    const passes = Promise.all([gate.pass(), gate.pass(), gate.pass()]);
    await time.advance(200);
    expect(new Set((await passes).map((one) => one.access_token))).toEqual(new Set([kit.token()]));
    expect(kit.refreshes).toHaveLength(1);
    await gate.pass();
    expect(kit.refreshes).toHaveLength(1);
  });

  test('a token that still lasts a little is used when its early refresh gets no answer', async () => {
    const { gate, kit, time } = gateKit();
    const short = jwt('short', time.now() + 30_000);
    kit.signIn(1, short);
    kit.script.push({ kind: 'network' });
    const pass = gate.pass();
    await time.advance(200);
    await expect(pass).resolves.toEqual({ access_token: short, session: 1 });
  });

  test('whether it is about to end is judged by the server’s clock, not the phone’s', async () => {
    const { gate, kit, time, server_clock } = gateKit();
    // The phone is an hour slow: by its own clock the token would seem to last.
    kit.signIn(1, jwt('old', time.now() + 1_800_000));
    server_clock.learn(time.now() + 3_600_000, time.now());
    const pass = gate.pass();
    await time.advance(200);
    await pass;
    expect(kit.refreshes).toHaveLength(1);
  });

  test('a token that does not say when it ends is used as it is', async () => {
    const { gate, kit } = gateKit();
    kit.signIn(1, 'opaque');
    await expect(gate.pass()).resolves.toEqual({ access_token: 'opaque', session: 1 });
  });

  test('K1 nothing is refreshed early while the server’s time is not known for certain', async () => {
    const { gate, kit, server_clock, time } = gateKit();
    const over = jwt('over', time.now() - 3_600_000);
    kit.signIn(1, over);
    server_clock.doubt();
    await expect(gate.pass()).resolves.toEqual({ access_token: over, session: 1 });
    expect(kit.refreshes).toEqual([]);
  });

  test('K1 a second refusal that is not final signs nobody out, one that is signs out with its reason', async () => {
    const { gate, kit } = gateKit();
    kit.signIn(1, kit.hour('old'));
    const pass = await gate.pass();
    const again = new ApiError(EXPIRED);
    expect(gate.refused(pass, again)).toBe(again);
    const replaced = new ApiError(refusal('SESSION_REPLACED'));
    expect(gate.refused({ ...pass, access_token: 'an older one' }, replaced)).toBe(replaced);
    expect(kit.cleared).toEqual([]);
    expect(gate.refused(pass, replaced)).toMatchObject(signedOut('replaced'));
    expect(kit.cleared).toEqual(['replaced']);
  });

  test('nobody signed in: no pass, no refresh', async () => {
    const { gate, kit } = gateKit();
    await expect(gate.pass()).rejects.toMatchObject(signedOut('left'));
    expect(kit.refreshes).toEqual([]);
  });

  test('xcx: any 401 is worth a refresh, a refused one is final', async () => {
    const { gate, kit, time } = gateKit({ rules: xcxRefusalRules });
    kit.signIn(1, kit.hour('old'));
    const pass = await gate.pass();
    kit.script.push(refusal('401', 401));
    const renewed = expect(gate.renew(pass, refusal('401'))).rejects.toMatchObject(signedOut('expired'));
    await time.advance(200);
    await renewed;
    expect(kit.refreshes).toHaveLength(1);
  });
});
