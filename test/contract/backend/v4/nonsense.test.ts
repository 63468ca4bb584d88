// Whatever is sent to whatever V4 route: an envelope with a real status comes back, and never a 500.
import fc from 'fast-check';
import { at, listAt, startClient } from '../support/client';
import type { Client, Reply } from '../support/client';

let client: Client;
let token: string;
let routes: [string, string][];

beforeAll(async () => {
  client = await startClient();
  const { json } = await client.call('GET', '/api/v4/nope');
  routes = listAt(json, 'data', 'availableEndpoints').map((line) => {
    const [method = '', path = ''] = String(line).split(' ');
    return [method, path];
  });
});
beforeEach(async () => {
  token = (await client.login('13800000031')).access;
});
afterAll(() => client.backend.close());

function checkEnvelope({ status, json }: Reply): void {
  expect(status).toBeLessThan(500);
  expect(at(json, 'success')).toBe(status < 400);
  expect(at(json, 'code')).toMatch(/^[A-Z_]+$/);
  expect(typeof at(json, 'message')).toBe('string');
  expect(at(json, 'timestamp')).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/);
  expect(at(json, 'version')).toBe('v4.0');
  expect(at(json, 'request_id')).toMatch(/^req_/);
}

const names = [
  ...['mobile', 'verification_code', 'refresh_token', 'code', 'qr_content'],
  ...['content', 'message_type', 'metadata', 'temp_message_id', 'satisfaction_score', 'target_admin_id'],
];
const value = fc.oneof(fc.jsonValue(), fc.constantFrom('13800000031', '123456', '000000', 'RQRV1_e30_', 31));
const body = fc.oneof(fc.jsonValue(), fc.dictionary(fc.constantFrom(...names), value));
const sent = fc.record({
  route: fc.nat(),
  segment: fc.oneof(fc.string({ minLength: 1, maxLength: 40 }), fc.constant('45601')),
  body,
});

test('bodies and ids of any kind', async () => {
  await fc.assert(
    fc.asyncProperty(sent, async ({ route, segment, body: content }) => {
      const [method, path] = routes[route % routes.length] ?? ['GET', '/'];
      const url = path.replace(/:\w+/g, encodeURIComponent(segment).replace(/^\.+$/, 'dots'));
      const reply = await client.call(method, url, { token, ...(method === 'GET' ? {} : { body: content }) });
      checkEnvelope(reply);
      if (reply.status === 401) token = (await client.login('13800000031')).access;
    }),
    { numRuns: 150 },
  );
});

test.each(['{', '[1,', 'nonsense', '{"mobile":', '"\u0000'])('broken JSON %j', async (raw) => {
  const reply = await client.call('POST', '/api/v4/auth/login', { raw });
  checkEnvelope(reply);
  expect(reply).toMatchObject({ status: 400, code: 'SERVICE_ERROR' });
});

test('no token, a broken one, and one of another scheme, at every route that needs one', async () => {
  const open = ['/auth/send-code', '/auth/login', '/auth/refresh'];
  const deployedOnly = ['POST /api/v4/system/chat/sessions/:id/messages'];
  const guarded = routes.filter(
    ([, path]) => !open.some((end) => path.endsWith(end)) && !path.endsWith('/backpack'),
  );
  const known = guarded.filter(
    ([method, path]) =>
      !(method === 'POST' && path.endsWith('refresh-qr')) && !deployedOnly.includes(`${method} ${path}`),
  );
  for (const [method, path] of known) {
    const url = path.replace(/:\w+/g, '45601');
    expect(await client.call(method, url)).toMatchObject({ status: 401, code: 'MISSING_TOKEN' });
    expect(await client.call(method, url, { token: 'a.b.c' })).toMatchObject({
      status: 401,
      code: 'INVALID_TOKEN',
    });
    const basic = { headers: { authorization: 'Basic abc' } };
    expect(await client.call(method, url, basic)).toMatchObject({ status: 401, code: 'MISSING_TOKEN' });
  }
});
