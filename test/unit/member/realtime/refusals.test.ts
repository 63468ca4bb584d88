// What a refusal of the socket means for the sign-in: whose words they are, and which end they name.
import {
  endOf,
  failureFor,
  isWorthRenewing,
  refusalOf,
} from '../../../../miniprogram/packages/member/realtime/refusals';

test.each([
  ['Authentication failed: session_replaced', 'SESSION_REPLACED'],
  ['Authentication failed: session_revoked', 'SESSION_REVOKED'],
  ['Authentication failed: session_expired', 'SESSION_EXPIRED'],
  ['Authentication failed: session_not_found', 'SESSION_NOT_FOUND'],
  ['Authentication failed: missing session_token', 'INVALID_TOKEN'],
  ['Authentication failed: user not found', 'USER_INACTIVE'],
  ['Authentication failed: invalid token', 'TOKEN_EXPIRED'],
  ['Authentication error: missing token', 'TOKEN_EXPIRED'],
])('"%s" is a refusal of the token: %s', (message, code) => {
  expect(refusalOf(message)).toBe(code);
});

test.each(['timeout', 'websocket error', 'invalid token', 'proxy says: session_expired, missing token'])(
  '"%s" is no word of the server about the token, and signs nobody out',
  (message) => {
    expect(refusalOf(message)).toBeUndefined();
  },
);

test('a refusal in words that nobody told us says nothing about the token', () => {
  expect(refusalOf('Authentication failed: server busy')).toBeUndefined();
});

test('a push that ends the sign-in names the end by its reason', () => {
  const ends = ['session_replaced', 'session_revoked', 'session_expired', 'session_not_found'];
  expect(ends.map((reason) => endOf({ reason }))).toEqual([
    'SESSION_REPLACED',
    'SESSION_REVOKED',
    'SESSION_EXPIRED',
    'SESSION_NOT_FOUND',
  ]);
});

test.each([
  { reason: 'moved_house' },
  { reason: 'session_revoked by an admin' },
  { reason: 7 },
  {},
  null,
  'x',
])('one whose reason is %j is what its name says: replaced by another device', (payload) => {
  expect(endOf(payload)).toBe('SESSION_REPLACED');
});

test('only an old token is worth another one; the gate hears of each as of a 401', () => {
  const codes = ['TOKEN_EXPIRED', 'SESSION_REPLACED', 'SESSION_NOT_FOUND', 'INVALID_TOKEN'] as const;
  expect(codes.filter(isWorthRenewing)).toEqual(['TOKEN_EXPIRED']);
  expect(failureFor('SESSION_REVOKED')).toMatchObject({ kind: 'api', status: 401, code: 'SESSION_REVOKED' });
});
