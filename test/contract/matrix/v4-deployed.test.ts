// Every V4 route in the deployed profile, the timeline's 500 and the missing tickets included.
import { failureOf } from '../../../miniprogram/api/errors';
import { DEMO } from '../v4/kit';
import { describeRows } from './run';
import { v4Rows } from './v4-rows';
import { useWorld } from './world';

const open = useWorld('v4', DEMO.mobile, 'deployed');

describeRows('V4 deployed', v4Rows, open);

test('B1 V4 deployed timeline: a 500, asked once', async () => {
  const { core, backend } = await open();
  const { items } = await core.v4.api.backpack.items({ page: 1, page_size: 1 });
  backend.dev.requests.clear();
  const call = core.v4.api.backpack.timeline(items[0]?.item_id ?? '');
  const failure = failureOf(await call.catch((error: unknown) => error));
  expect(failure).toMatchObject({ kind: 'api', status: 500 });
  expect(backend.dev.requests.count('GET /api/v4/backpack/items/:item_id/timeline')).toBe(1);
});

test('B1 V4 deployed issues: not offered by the July revision', async () => {
  const { core } = await open();
  const call = core.v4.api.chat.issues({ page: 1, page_size: 20 });
  const failure = failureOf(await call.catch((error: unknown) => error));
  expect(failure).toMatchObject({ kind: 'api', status: 404, code: 'NOT_FOUND' });
});
