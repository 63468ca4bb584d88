// How the app learns the server's time from the backend's own answers, in both profiles and both revisions.
import '../../unit/compose/globals';
import { reaction } from 'mobx-miniprogram';
import { itemFields, showItem } from '../../../miniprogram/packages/member/compose/items';
import type { HttpPort, HttpResponse, UploadPort } from '../../../miniprogram/platform/ports';
import { createFakeTime } from '../../support/fake-time';
import { createMemoryStorage } from '../../support/memory-storage';
import type { NodePlatformOptions } from '../../support/node-platform';
import type { BackendOptions } from '../../backend/index';
import { CODE, DEMO, failing, useBackend } from './kit';

const DAY = 86_400_000;
const TRIP_MS = 5_000;
const TWO_YEARS_ON = new Date(Date.now() + 730 * DAY).toUTCString();

const revisions: BackendOptions[] = [
  { profile: 'documented' },
  { profile: 'deployed', revision: 'july' },
  { profile: 'deployed', revision: 'february' },
];

/** A page of a proxy's, between the phone and the backend while `on` is set. */
function proxy(page: Partial<HttpResponse>) {
  const between = { on: false };
  const wrapNetwork = (network: HttpPort & UploadPort): HttpPort & UploadPort => ({
    upload: network.upload,
    request: async (request) => {
      if (!between.on) return network.request(request);
      const headers = [['Date', TWO_YEARS_ON]] as const;
      return { status: 200, headers, cookies: [], body: '<html></html>', ...page };
    },
  });
  return { between, wrapNetwork };
}

describe.each(revisions)('I1 the time of a backend ($profile, $revision)', (options) => {
  const kit = useBackend(options);

  async function entered(platform: NodePlatformOptions) {
    const core = kit.core(platform);
    await core.session.requestCode(DEMO.mobile);
    await core.session.signIn(DEMO.mobile, CODE);
    const off = (): number => Math.abs(core.v4.clock.now() - kit.backend.clock.now());
    return { core, off };
  }

  test.each([-2, 0, 40])('is learnt on a phone %i days off, and known at the next start', async (days) => {
    const clock = createFakeTime(Date.now() + days * DAY);
    const storage = createMemoryStorage();
    const { core, off } = await entered({ clock, storage });
    expect(core.v4.clock.confirmed).toBe(true);
    expect(off()).toBeLessThan(TRIP_MS);
    const again = kit.core({ clock, storage });
    expect(Math.abs(again.v4.clock.now() - kit.backend.clock.now())).toBeLessThan(TRIP_MS);
    expect(again.v4.clock.confirmed).toBe(false);
    await again.v4.api.auth.verify();
    expect(again.v4.clock.confirmed).toBe(true);
  });

  test.each<[string, Partial<HttpResponse>]>([
    ['an HTML page', {}],
    ['a page that is not found', { status: 404 }],
    ['a page that asks to sign in', { status: 401 }],
    ['JSON of a proxy’s', { body: '{"success":false,"code":"LOGIN","message":"请登录网络"}', status: 403 }],
    ['JSON that calls itself a success', { body: '{"success":true,"code":0,"data":null}' }],
  ])('is not that of %s', async (_what, page) => {
    const { between, wrapNetwork } = proxy(page);
    const { core, off } = await entered({ wrapNetwork });
    between.on = true;
    await failing(core.v4.api.auth.verify());
    expect(off()).toBeLessThan(TRIP_MS);
  });

  test('is doubtful once the app comes back, until the backend was heard', async () => {
    const { core, off } = await entered({});
    core.platform.phone.hide();
    core.platform.phone.show();
    expect(core.v4.clock.confirmed).toBe(false);
    await core.v4.api.auth.verify();
    expect(core.v4.clock.confirmed).toBe(true);
    expect(off()).toBeLessThan(TRIP_MS);
  });

  test.each([-2, 40, 730])(
    'is learnt anew when the phone’s clock is set by %i days while the app runs',
    async (days) => {
      let set_ms = 0;
      const { core, off } = await entered({ clock: { now: () => Date.now() + set_ms } });
      core.platform.timers.after(60_000, () => undefined);
      set_ms = days * DAY;
      if (days > 0) core.platform.phone.show();
      await core.v4.api.auth.verify();
      expect(core.v4.clock.confirmed).toBe(true);
      expect(off()).toBeLessThan(TRIP_MS);
      expect(core.session.customer.state).toBe('signed_in');
    },
  );

  test('that is not known for certain does not make a good token be refreshed or dropped', async () => {
    const storage = createMemoryStorage();
    await entered({ storage });
    const again = kit.core({ storage, clock: createFakeTime(Date.now() + 40 * DAY) });
    kit.backend.dev.requests.clear();
    await again.v4.api.auth.verify();
    expect(kit.backend.dev.requests.count('POST /api/v4/auth/refresh')).toBe(0);
  });
});

describe('I1 each backend', () => {
  const kit = useBackend({ profile: 'documented' });

  test('has a clock of its own, confirmed by its own answers', async () => {
    const core = kit.core({ loginCode: () => 'demo-coach', clock: createFakeTime(Date.now() - 2 * DAY) });
    await core.session.signInStaff();
    expect([core.xcx.clock.confirmed, core.v4.clock.confirmed]).toEqual([true, false]);
    expect(Math.abs(core.xcx.clock.now() - kit.backend.clock.now())).toBeLessThan(TRIP_MS);
  });

  test('of the staff’s does not take the time from a proxy’s answer', async () => {
    const { between, wrapNetwork } = proxy({ body: '{"code":0,"data":{}}' });
    const core = kit.core({ loginCode: () => 'demo-coach', wrapNetwork });
    await core.session.signInStaff();
    between.on = true;
    await failing(core.xcx.api.auth.me());
    expect(Math.abs(core.xcx.clock.now() - kit.backend.clock.now())).toBeLessThan(TRIP_MS);
  });
});

describe('I1 the page of an item', () => {
  const kit = useBackend({ profile: 'documented' });

  afterEach(() => void Reflect.deleteProperty(globalThis, 'getApp'));

  test('says by itself that the item is over, while it stands open', async () => {
    const { backend } = kit;
    const time = createFakeTime(Date.now());
    const expires_at = backend.clock.now() + 60_000;
    const item_id = backend.dev.give({ owner_user_id: DEMO.user_id, expires_at });
    const core = kit.core({ clock: time, timers: time });
    Reflect.set(globalThis, 'getApp', () => ({ core }));
    await core.session.requestCode(DEMO.mobile);
    await core.session.signIn(DEMO.mobile, CODE);
    const shown = showItem(`${item_id}`);
    await shown.current?.item.refresh();
    const said: string[] = [];
    const fields = itemFields(() => shown.current);
    const off = reaction(
      () => `${String(fields['expiry_text']?.())} ${String(fields['left_text']?.())}`,
      (words) => said.push(words),
      { fireImmediately: true },
    );
    expect(said.at(-1)).toContain('前使用');
    await time.advance(62_000);
    expect(said.at(-1)).toContain('已过期');
    off();
    shown.dispose();
  });
});
