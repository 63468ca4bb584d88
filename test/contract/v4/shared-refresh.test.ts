// One refresh for everybody who waits: requests, uploads and the socket; clocks that are wrong; the February way.
import type { Failure } from '../../../miniprogram/api/errors';
import { startPreview } from '../../preview';
import { onePage, Program } from '../../unit/preview/support/program';
import { createFakeTime } from '../../support/fake-time';
import { bridgeNetwork } from './bridge-network';
import { CODE, DEMO, failing, signedIn, useBackend } from './kit';

const REFRESH = 'POST /api/v4/auth/refresh';
const PICTURE = 'test/backend/static/items/tea.png';
const EXPIRED: Failure = { kind: 'api', status: 401, code: 'TOKEN_EXPIRED', message: '' };

describe('V4 shared refresh', () => {
  const kit = useBackend({ profile: 'documented' });

  test('B4 50 refusals at once, of requests, uploads and the socket → one refresh, and all go on', async () => {
    const core = await signedIn(kit);
    const { customer_service_session_id: id } = await core.v4.api.chat.createSession();
    const connected = await core.v4.gate.pass();
    kit.backend.dev.requests.clear();
    kit.backend.dev.expireAccess(DEMO.user_id);
    const replies = await Promise.all([
      ...Array.from({ length: 40 }, () => core.v4.api.auth.verify()),
      ...Array.from({ length: 5 }, () => core.v4.api.chat.uploadImage(id, PICTURE)),
      // The socket was refused with the same pass; it asks for a newer one to connect with.
      ...Array.from({ length: 5 }, () => core.v4.gate.renew(connected, EXPIRED)),
    ]);
    expect(replies).toHaveLength(50);
    expect(kit.backend.dev.requests.count(REFRESH)).toBe(1);
    const now = core.session.tokens('customer').read()?.tokens.access_token;
    expect(now).not.toBe(connected.access_token);
    expect(replies.slice(45)).toEqual(Array(5).fill({ ...connected, access_token: now }));
  });

  test('B4 an upload refused for its token is sent again whole, with its progress', async () => {
    const core = await signedIn(kit);
    const { customer_service_session_id: id } = await core.v4.api.chat.createSession();
    kit.backend.dev.expireAccess(DEMO.user_id);
    const progress: number[] = [];
    const { image_url } = await core.v4.api.chat.uploadImage(id, PICTURE, (percent) =>
      progress.push(percent),
    );
    expect((await fetch(image_url)).headers.get('content-type')).toBe('image/png');
    expect(progress.at(-1)).toBe(100);
  });

  test('B4 the network is lost during a refresh: nobody is signed out, whatever asked for it', async () => {
    const core = await signedIn(kit);
    const connected = await core.v4.gate.pass();
    kit.backend.dev.expireAccess(DEMO.user_id);
    kit.backend.dev.drop({ count: 100, when: 'before', prefix: '/api/v4/auth/refresh' });
    const failures = await Promise.all([
      ...Array.from({ length: 10 }, () => failing(core.v4.api.chat.createSession())),
      failing(core.v4.gate.renew(connected, EXPIRED)),
    ]);
    const unsent = { kind: 'network', unsent: true };
    // The last asked for a token, not for a request.
    expect(failures.slice(0, 10)).toEqual(Array(10).fill(unsent));
    expect(failures.slice(10)).toEqual([{ kind: 'network' }]);
    expect(core.session.customer.state).toBe('signed_in');
  });

  test.each([-2, 0, 2])('B4 a phone whose clock is %i days off: requests as usual, no loop', async (days) => {
    const core = kit.core({ clock: createFakeTime(Date.now() + days * 86_400_000) });
    await core.session.requestCode(DEMO.mobile);
    await core.session.signIn(DEMO.mobile, CODE);
    kit.backend.dev.requests.clear();
    for (let call = 0; call < 5; call += 1) await core.v4.api.auth.verify();
    expect(kit.backend.dev.requests.count('GET /api/v4/auth/verify')).toBe(5);
    expect(kit.backend.dev.requests.count(REFRESH)).toBe(0);
    kit.backend.dev.expireAccess(DEMO.user_id);
    await core.v4.api.auth.verify();
    expect(kit.backend.dev.requests.count(REFRESH)).toBe(1);
  });
});

describe('V4 shared refresh, the February revision', () => {
  const kit = useBackend({ profile: 'deployed', revision: 'february' });

  test('B4 by the cookie alone, through the preview’s bridge too', async () => {
    const { root } = new Program(onePage({}));
    const preview = await startPreview({ root, backendUrl: kit.backend.url, log: () => undefined });
    try {
      const core = kit.core({ wrapNetwork: () => bridgeNetwork(preview.url.replace(/\/$/, '')) });
      await core.session.requestCode(DEMO.mobile);
      await core.session.signIn(DEMO.mobile, CODE);
      // This revision looks at the cookie only, and the browser keeps it from the page: the bridge hands it over.
      expect(core.session.tokens('customer').read()?.tokens.refresh_cookie).toEqual(expect.any(String));
      kit.backend.dev.expireAccess(DEMO.user_id);
      kit.backend.dev.requests.clear();
      await expect(core.v4.api.auth.verify()).resolves.toMatchObject({ user_id: '31' });
      expect(kit.backend.dev.requests.count(REFRESH)).toBe(1);
    } finally {
      await preview.close();
    }
  }, 30_000);
});
