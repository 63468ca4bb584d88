// Every route of the V4 contract: its success, its empty reply, its refusals.
import { CODE, DEMO, EMPTY, INACTIVE, SECOND } from '../v4/kit';
import { api, nothing, row } from './row';
import type { Row, World } from './row';
import { chatRows } from './v4-chat-rows';

const FIRST = { page: 1, page_size: 20 };
const expired = (world: World) => world.backend.dev.endSessions(DEMO.user_id, 'kicked');

/** The id of the first item that can be redeemed. */
async function redeemable({ core }: World): Promise<string> {
  const { items } = await core.v4.api.backpack.items({ page: 1, page_size: 50 });
  const found = items.find(
    ({ status, item_type, allowed_actions }) =>
      status === 'available' &&
      (allowed_actions?.includes('redeem') ?? ['voucher', 'product'].includes(item_type)),
  );
  if (found === undefined) throw new Error('nothing to redeem');
  return found.item_id;
}

async function redeemed(world: World): Promise<string> {
  const item_id = await redeemable(world);
  await world.core.v4.api.backpack.redeem(item_id);
  return item_id;
}

const auth: Row[] = [
  row({
    route: 'send_code',
    prepare: nothing,
    call: ({ core }) => core.v4.api.auth.sendCode('13800000077'),
    success: { expires_in: 300 },
    refusals: [
      {
        name: 'not a number',
        run: ({ core }) => core.v4.api.auth.sendCode('123'),
        failure: api(400, 'INVALID_MOBILE_FORMAT'),
      },
      {
        name: 'twice within a minute',
        run: async ({ core }) => {
          await core.v4.api.auth.sendCode('13800000078');
          return core.v4.api.auth.sendCode('13800000078');
        },
        failure: { ...api(429, 'SMS_RATE_LIMIT'), wait_seconds: 60 },
      },
    ],
    without: ['ids', 'enumerations'],
  }),
  row({
    route: 'login',
    prepare: async ({ core }) => void (await core.v4.api.auth.sendCode(SECOND.mobile)),
    call: ({ core }) => core.v4.api.auth.login(SECOND.mobile, CODE),
    success: { reply: { user: { user_id: '32', mobile: SECOND.mobile } } },
    refusals: [
      {
        name: 'a wrong code',
        run: ({ core }) => core.v4.api.auth.login(SECOND.mobile, '000000'),
        failure: api(401, 'INVALID_VERIFICATION_CODE'),
      },
      {
        name: 'a code that nobody asked for',
        run: ({ core }) => core.v4.api.auth.login('13800000079', '000000'),
        failure: api(401, 'VERIFICATION_CODE_EXPIRED'),
      },
      {
        name: 'no number',
        run: ({ core }) => core.v4.api.auth.login('', CODE),
        failure: api(400, 'MOBILE_REQUIRED'),
      },
      {
        name: 'no code',
        run: ({ core }) => core.v4.api.auth.login(SECOND.mobile, ''),
        failure: api(400, 'VERIFICATION_CODE_REQUIRED'),
      },
      {
        name: 'a stopped account',
        run: async ({ core }) => {
          await core.v4.api.auth.sendCode(INACTIVE.mobile);
          return core.v4.api.auth.login(INACTIVE.mobile, CODE);
        },
        failure: api(403, 'USER_INACTIVE'),
      },
    ],
  }),
  row({
    route: 'verify',
    prepare: nothing,
    call: ({ core }) => core.v4.api.auth.verify(),
    success: { user_id: '31', valid: true },
    refusals: [
      {
        name: 'kicked off this device',
        run: (world) => {
          expired(world);
          return world.core.v4.api.auth.verify();
        },
        failure: { kind: 'signed_out', backend: 'v4', reason: 'revoked' },
      },
    ],
  }),
  row({
    route: 'profile',
    prepare: nothing,
    call: ({ core }) => core.v4.api.auth.profile(),
    success: { user: { user_id: '31', mobile: '138****0031' } },
    refusals: [
      {
        name: 'signed in elsewhere',
        run: ({ backend, core }) => {
          backend.dev.endSessions(DEMO.user_id, 'other_device');
          return core.v4.api.auth.profile();
        },
        failure: { kind: 'signed_out', backend: 'v4', reason: 'replaced' },
      },
    ],
  }),
  row({
    route: 'login_sessions',
    prepare: nothing,
    call: ({ core }) => core.v4.api.auth.loginSessions(),
    success: { list: [{ is_current: true }] },
    refusals: [
      {
        name: 'kicked off this device',
        run: (world) => {
          expired(world);
          return world.core.v4.api.auth.loginSessions();
        },
        failure: { kind: 'signed_out', backend: 'v4', reason: 'revoked' },
      },
    ],
    without: ['enumerations'],
  }),
  row({
    route: 'logout',
    prepare: nothing,
    call: ({ core }) => core.v4.api.auth.logout(),
    success: null,
    refusals: [
      {
        name: 'already out',
        run: (world) => {
          expired(world);
          return world.core.v4.api.auth.logout();
        },
        failure: { kind: 'signed_out', backend: 'v4', reason: 'revoked' },
      },
    ],
    ignored: true,
  }),
];

const backpack: Row[] = [
  row({
    route: 'items',
    prepare: nothing,
    call: ({ core }) => core.v4.api.backpack.items(FIRST),
    success: { items: expect.arrayContaining([expect.objectContaining({ status: 'available' })]) as unknown },
    empty: {
      run: async (world) => (await world.as(EMPTY.mobile)).core.v4.api.backpack.items(FIRST),
      reply: { items: [] },
    },
    refusals: [
      {
        name: 'too many requests',
        run: ({ backend, core }) => {
          backend.dev.fail({
            status: 429,
            code: 'RATE_LIMIT_EXCEEDED',
            data: { retry_after: 4 },
            prefix: '/api/v4/backpack',
          });
          return core.v4.api.backpack.items(FIRST);
        },
        failure: { ...api(429, 'RATE_LIMIT_EXCEEDED'), wait_seconds: 4 },
      },
      {
        name: 'maintenance',
        run: ({ backend, core }) => {
          backend.dev.maintenance({ message: '升级中', end_time: '2026-11-22T08:00:00+08:00' });
          return core.v4.api.backpack.items(FIRST);
        },
        failure: { kind: 'maintenance', message: '升级中' },
      },
    ],
  }),
  row({
    route: 'item',
    prepare: redeemable,
    call: ({ core }, item_id) => core.v4.api.backpack.item(item_id),
    success: { status: 'available' },
    refusals: [
      {
        name: 'nobody’s',
        run: ({ core }) => core.v4.api.backpack.item('99999999'),
        failure: { kind: 'api', status: 404 },
      },
      {
        name: 'not an id',
        run: ({ core }) => core.v4.api.backpack.item('abc'),
        failure: api(400, 'BAD_REQUEST'),
      },
    ],
  }),
  row({
    route: 'redeem',
    prepare: redeemable,
    call: ({ core }, item_id) => core.v4.api.backpack.redeem(item_id),
    success: { code: expect.stringMatching(/^\w{4}-\w{4}-\w{4}$/) as unknown, order: { status: 'pending' } },
    refusals: [
      {
        name: 'a second time',
        run: async ({ core }, item_id) => {
          await core.v4.api.backpack.redeem(item_id);
          return core.v4.api.backpack.redeem(item_id);
        },
        failure: api(400, 'REDEMPTION_NOT_ALLOWED'),
      },
      {
        name: 'another’s item',
        run: async (world, item_id) => (await world.as(SECOND.mobile)).core.v4.api.backpack.redeem(item_id),
        failure: { kind: 'api' },
      },
    ],
    without: ['ids'],
  }),
  row({
    route: 'refresh_qr',
    prepare: redeemed,
    call: ({ core }, item_id) => core.v4.api.backpack.refreshQr(item_id),
    success: { qr: { qr_content: expect.stringContaining('_') as unknown } },
    refusals: [
      {
        name: 'nothing waits',
        run: async (world) => {
          const { items } = await world.core.v4.api.backpack.items({ page: 1, page_size: 50 });
          const free = items.find(
            ({ has_redemption_code, status }) => has_redemption_code !== true && status === 'available',
          );
          return world.core.v4.api.backpack.refreshQr(free?.item_id ?? '1');
        },
        failure: { kind: 'api', status: 404 },
      },
    ],
    without: ['ids', 'enumerations'],
  }),
  row({
    route: 'use',
    prepare: async ({ core }) => {
      const { items } = await core.v4.api.backpack.items({ page: 1, page_size: 50 });
      const usable = items.find(
        ({ status, item_type }) => status === 'available' && item_type === 'collectible',
      );
      if (usable === undefined) throw new Error('nothing to use');
      return usable.item_id;
    },
    call: ({ core }, item_id) => core.v4.api.backpack.use(item_id),
    success: { status: 'used' },
    refusals: [
      {
        name: 'a second time',
        run: async ({ core }, item_id) => {
          await core.v4.api.backpack.use(item_id);
          return core.v4.api.backpack.use(item_id);
        },
        failure: api(400, 'SERVICE_ERROR'),
      },
    ],
  }),
];

/** The July and February revisions answer 500 here; as documented it works. */
export const timeline: Row = row({
  route: 'timeline',
  prepare: redeemed,
  call: ({ core }, item_id) => core.v4.api.backpack.timeline(item_id),
  success: { timeline: expect.arrayContaining([expect.objectContaining({ event: 'mint' })]) as unknown },
  refusals: [
    {
      name: 'nobody’s',
      run: ({ core }) => core.v4.api.backpack.timeline('99999999'),
      failure: { kind: 'api', status: 404 },
    },
  ],
  without: ['ids'],
});

export const v4Rows: readonly Row[] = [...auth, ...backpack, ...chatRows];
