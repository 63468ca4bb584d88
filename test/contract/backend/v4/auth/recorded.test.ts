// Every auth reply that was recorded of the deployed backend, got from ours in the same order.
import { startClient, textAt } from '../../support/client';
import type { Client, Reply, Tokens } from '../../support/client';
import { replay } from '../../support/replay';

const FIRST = '13800000001';
let client: Client;
let tokens: Tokens;

const auth = (method: string, path: string, options: Parameters<Client['call']>[2] = {}): Promise<Reply> =>
  client.call(method, `/api/v4/auth${path}`, options);

const remember = (reply: Reply): Reply => {
  const { json } = reply;
  tokens = { access: textAt(json, 'data', 'access_token'), refresh: textAt(json, 'data', 'refresh_token') };
  return reply;
};

async function logIn(mobile: string, device?: string, platform = 'wechat_mp'): Promise<Reply> {
  const headers = { 'x-platform': platform, ...(device === undefined ? {} : { 'x-device-id': device }) };
  return auth('POST', '/login', { body: { mobile, verification_code: '123456' }, headers });
}

const verify = () => auth('GET', '/verify', { token: tokens.access });
const cookie = (value: string) => ({ cookie: `refresh_token=${value}` });

beforeAll(async () => {
  client = await startClient({ profile: 'deployed' });
  await logIn(FIRST, 'dev-aaa');
});
afterAll(() => client.backend.close());

replay('auth', () => ({
  section: '01',
  left: { 'quick-login': 'no SMS login only', 'wx-code-login without wx_code': 'not offered' },
  steps: {
    'no token': () => auth('GET', '/verify'),
    'garbage token': () => auth('GET', '/verify', { token: 'abc' }),
    'send-code': () => auth('POST', '/send-code', { body: { mobile: '13800000077' } }),
    'send-code again within 60 s': () => auth('POST', '/send-code', { body: { mobile: '13800000077' } }),
    'send-code bad mobile': () => auth('POST', '/send-code', { body: { mobile: '123' } }),
    'login: no mobile': () => auth('POST', '/login', { body: {} }),
    'login: no code': () => auth('POST', '/login', { body: { mobile: FIRST } }),
    'login: wrong code, code was sent': () =>
      auth('POST', '/login', { body: { mobile: '13800000077', verification_code: '000000' } }),
    'login: wrong code, none sent': () =>
      auth('POST', '/login', { body: { mobile: FIRST, verification_code: '000000' } }),
    'login: malformed JSON body': () => auth('POST', '/login', { raw: '{bad' }),
    login: async () => remember(await logIn(FIRST, 'dev-aaa')),
    'login of an unknown number (auto-register)': () => logIn('13800063631', 'dev-new'),
    verify,
    profile: () => auth('GET', '/profile', { token: tokens.access }),
    'refresh: nothing sent': () => auth('POST', '/refresh'),
    'refresh: bad token in cookie': () => auth('POST', '/refresh', { headers: cookie('abc') }),
    'refresh: body.refresh_token + old access token': () =>
      auth('POST', '/refresh', { token: tokens.access, body: { refresh_token: tokens.refresh } }),
    'refresh: Cookie + old access token': () =>
      auth('POST', '/refresh', { token: tokens.access, headers: cookie(tokens.refresh) }),
    'login sessions/devices': () => auth('GET', '/sessions', { token: tokens.access }),
  },
}));

replay('a newer login', () => ({
  section: '08',
  left: {},
  steps: {
    'login on another device id': () => logIn(FIRST, 'dev-bbb'),
    'old token after other-device login': verify,
    'login again on the same device id': () => logIn(FIRST, 'dev-aaa'),
    'old token after same-device login': verify,
    'refresh with old access token of a replaced session': () =>
      auth('POST', '/refresh', { token: tokens.access, headers: cookie(tokens.refresh) }),
  },
}));

replay('logout', () => ({
  section: '09',
  left: {},
  steps: {
    logout: async () => {
      remember(await logIn(FIRST, 'dev-aaa'));
      return auth('POST', '/logout', { token: tokens.access });
    },
    'after logout': verify,
    'refresh after logout (refresh token only, no access token)': () =>
      auth('POST', '/refresh', { headers: cookie(tokens.refresh) }),
  },
}));

replay('an unknown path', () => ({
  section: '10',
  left: {},
  steps: { 'unknown path': () => client.call('GET', '/api/v4/nope') },
}));

replay('several devices', () => ({
  section: '11',
  left: {},
  steps: {
    'first token': [
      async () => {
        remember(await logIn(FIRST, 'dev-x'));
        await logIn(FIRST, 'dev-y', 'web');
        return verify();
      },
      async () => {
        await logIn(FIRST, 'dev-z');
        return verify();
      },
      async () => {
        await logIn(FIRST, 'dev-x');
        return verify();
      },
    ],
    'refresh with the first pair': () =>
      auth('POST', '/refresh', { token: tokens.access, headers: cookie(tokens.refresh) }),
  },
}));

replay('no device id, and the device list', () => {
  let kicked: Tokens;
  return {
    section: '12',
    left: {},
    steps: {
      'token of the first of the two': async () => {
        remember(await logIn(FIRST));
        await logIn(FIRST);
        return verify();
      },
      'device list': () => auth('GET', '/sessions', { token: tokens.access }),
      'kick a device': async () => {
        kicked = await client.login(FIRST, 'dev-k');
        const row = client.backend.db.one(
          'SELECT MAX(authentication_session_id) AS id FROM authentication_sessions',
        );
        return auth('DELETE', `/sessions/${String(row['id'])}`, { token: tokens.access });
      },
      'kicked token': () => auth('GET', '/verify', { token: kicked.access }),
      'kick a missing one': () => auth('DELETE', '/sessions/99999999', { token: tokens.access }),
    },
  };
});

replay('logout, then refresh', () => ({
  section: '13',
  left: {},
  steps: {
    logout: () => auth('POST', '/logout', { token: tokens.access }),
    'after logout': verify,
    'refresh after logout with Cookie only': () =>
      auth('POST', '/refresh', { headers: cookie(tokens.refresh) }),
    'refresh after logout with Cookie + dead access token': () =>
      auth('POST', '/refresh', { token: tokens.access, headers: cookie(tokens.refresh) }),
  },
}));
