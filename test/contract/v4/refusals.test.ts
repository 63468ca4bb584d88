// Every refusal of the contract's table, through a wrapper to the sentence that people see.
import { adviceFor, mayHaveHappened } from '../../../miniprogram/api/errors';
import { explain } from '../../../miniprogram/api/explain';
import { createClientCore } from '../../support/client-core';
import { failing, signedIn, startCanned, useBackend } from './kit';

/** V4 §Envelope, row by row: status, codes. */
const TABLE: [status: number, codes: string[]][] = [
  [
    400,
    [
      ...[
        'BAD_REQUEST',
        'INVALID_MOBILE_FORMAT',
        'CONTENT_VIOLATION',
        'ORDER_EXPIRED',
        'ORDER_STATUS_INVALID',
      ],
      ...['REDEMPTION_NOT_ALLOWED', 'CUSTOMER_SERVICE_ERROR', 'SERVICE_ERROR'],
    ],
  ],
  [403, ['FORBIDDEN', 'USER_INACTIVE']],
  [404, ['NOT_FOUND', 'ITEM_NOT_FOUND', 'CUSTOMER_SERVICE_NOT_FOUND']],
  [409, ['ALREADY_RATED']],
];
const ROWS = TABLE.flatMap(([status, codes]) => codes.map((code) => ({ status, code })));

describe('V4 refusals', () => {
  const kit = useBackend({ profile: 'documented' });
  const prefix = '/api/v4/backpack';

  test.each(ROWS)('$status $code arrives as it is, and has a sentence', async ({ status, code }) => {
    const { v4 } = await signedIn(kit);
    kit.backend.dev.fail({ status, code, message: '服务器的话', prefix });
    const failure = await failing(v4.api.backpack.items({ page: 1, page_size: 20 }));
    expect(failure).toEqual({ kind: 'api', status, code, message: '服务器的话' });
    expect(adviceFor(failure)).toEqual({ kind: 'nothing' });
    expect(mayHaveHappened(failure)).toBe(false);
    expect(explain(failure).title).toMatch(/[\u4e00-\u9fff]/);
  });

  test.each<[Record<string, unknown>, number]>([
    [{ retry_after: 7 }, 7],
    [{ remaining_time: 8 }, 8],
    [{ remaining_seconds: 9 }, 9],
    [{ retry_after: '11' }, 11],
    [{ current: 20, limit: 20 }, 10],
    [{ retry_after: 'soon', remaining_time: -1 }, 10],
  ])('429 with %j: wait %i seconds', async (data, seconds) => {
    const { v4 } = await signedIn(kit);
    kit.backend.dev.fail({ status: 429, code: 'RATE_LIMIT_EXCEEDED', data, prefix });
    const failure = await failing(v4.api.backpack.items({ page: 1, page_size: 20 }));
    expect(adviceFor(failure)).toEqual({ kind: 'wait', seconds });
    expect(explain(failure).text).toContain(String(seconds));
  });

  test('500: a GET is tried three times, then offers a retry', async () => {
    const { v4 } = await signedIn(kit);
    kit.backend.dev.fail({ status: 500, count: 3, prefix });
    const failure = await failing(v4.api.backpack.items({ page: 1, page_size: 20 }));
    expect(failure).toMatchObject({ kind: 'api', status: 500 });
    expect(adviceFor(failure)).toEqual({ kind: 'retry' });
    expect(mayHaveHappened(failure)).toBe(true);
    expect(kit.backend.dev.requests.count('GET /api/v4/backpack/items')).toBe(3);
  });

  test('503 SYSTEM_MAINTENANCE: the app knows, with the sentence and the end; a good answer ends it', async () => {
    const core = await signedIn(kit);
    const end_time = '2026-11-22T08:00:00+08:00';
    kit.backend.dev.maintenance({ message: '系统升级', end_time });
    const failure = await failing(core.v4.api.backpack.items({ page: 1, page_size: 20 }));
    expect(failure).toEqual({ kind: 'maintenance', message: '系统升级', end_time });
    expect(core.v4.maintenance.current).toEqual({ state: 'maintenance', message: '系统升级', end_time });
    expect(core.session.customer.state).toBe('signed_in');
    kit.backend.dev.maintenance(null);
    await core.v4.api.backpack.items({ page: 1, page_size: 20 });
    expect(core.v4.maintenance.current).toEqual({ state: 'none' });
  });

  test('a time-out is told as one', async () => {
    const { v4 } = await signedIn(kit);
    kit.backend.dev.latency(300);
    expect(await failing(v4.api.backpack.redeem('1', { timeout_ms: 50 }))).toEqual({ kind: 'timeout' });
  });

  test('a proxy’s page is no answer of the backend', async () => {
    const core = await signedIn(kit);
    const portal = await startCanned(() => ({ status: 403, text: '<html>sign in to the wifi</html>' }));
    try {
      const there = createClientCore(portal.url, 'documented', { storage: core.platform.phone.storage });
      expect(await failing(there.v4.api.backpack.item('1'))).toEqual({ kind: 'http', status: 403 });
      expect(there.session.customer.state).toBe('signed_in');
      there.dispose();
    } finally {
      await portal.close();
    }
  });
});
