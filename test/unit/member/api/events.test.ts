// Socket events: both forms come out the same, strangers survive, broken ones say where.
import { EVENT_NAMES, readEvent } from '../../../../miniprogram/packages/member/api/events';

const wire = {
  chat_message_id: 7,
  sender_id: 9,
  sender_type: 'admin',
  message_type: 'text',
  content: 'a&#x2F;b',
};
const message = {
  chat_message_id: '7',
  customer_service_session_id: '2220',
  sender_id: '9',
  sender_type: 'admin',
  message_type: 'text',
  content: 'a/b',
};
const ok = (event: unknown) => ({ ok: true, event });

test.each<[string, unknown]>([
  ['flat, as deployed', { ...wire, customer_service_session_id: 2220 }],
  ['nested, as documented', { session_id: 2220, message: { ...wire, customer_service_session_id: '2220' } }],
  ['nested, the message not naming its session', { session_id: '2220', message: wire }],
  [
    'nested, the session named null',
    { session_id: '2220', message: { ...wire, customer_service_session_id: null } },
  ],
  ['nested under the other name', { customer_service_session_id: 2220, message: wire }],
])('new_message %s', (_form, payload) => {
  expect(readEvent('new_message', payload)).toEqual(
    ok({ event: 'new_message', session_id: '2220', message }),
  );
});

test.each<[unknown, unknown]>([
  [
    { image_url: 'https://example.invalid/a.png', width: 3 },
    { image_url: 'https://example.invalid/a.png', width: 3 },
  ],
  [{ image_url: '', width: 3 }, { width: 3 }],
  [{ image_url: 7 }, {}],
  [null, {}],
])('a picture pushed with %j has %j', (metadata, read) => {
  const payload = { ...wire, customer_service_session_id: 2220, message_type: 'image', metadata };
  const { event } = readEvent('new_message', payload) as { event: { message: { metadata: unknown } } };
  expect(event.message.metadata).toEqual(read);
});

test.each([
  ['satisfaction_request', { session_id: 2220 }],
  ['satisfaction_request', { customer_service_session_id: '2220' }],
  ['new_message', { type: 'satisfaction_request', session_id: 2220 }],
])('a request for a rating comes as %s %j', (name, payload) => {
  expect(readEvent(name, payload)).toEqual(ok({ event: 'satisfaction_request', session_id: '2220' }));
});

test('the other events of the contract', () => {
  expect(readEvent('session_update', { session_id: 1, status: 'on_hold' })).toEqual(
    ok({ event: 'session_update', session_id: '1', status: 'on_hold' }),
  );
  expect(readEvent('session_closed', { session_id: 1, close_reason: null, closed_at: 7 })).toEqual(
    ok({ event: 'session_closed', session_id: '1', close_reason: null }),
  );
  expect(readEvent('session_replaced', {})).toEqual(ok({ event: 'session_replaced' }));
  expect(readEvent('session_replaced', { reason: 'session_revoked', message: '已变更' })).toEqual(
    ok({ event: 'session_replaced', reason: 'session_revoked', message: '已变更' }),
  );
  expect(readEvent('connection_rejected', { reason: 'server_full', message: '已满' })).toEqual(
    ok({ event: 'connection_rejected', reason: 'server_full', message: '已满' }),
  );
  expect(
    readEvent('offline_messages', { messages: [{ ...wire, customer_service_session_id: 2220 }], count: 1 }),
  ).toEqual(ok({ event: 'offline_messages', messages: [message], count: 1 }));
  expect(
    readEvent('connection_established', { user_id: 31, socket_id: 'a', timestamp: 7, server_time: 'b' }),
  ).toEqual(
    ok({ event: 'connection_established', user_id: '31', socket_id: 'a', timestamp: 7, server_time: 'b' }),
  );
  expect(readEvent('session_restored', { success: true, user_id: 31, offline_messages_count: 2 })).toEqual(
    ok({ event: 'session_restored', success: true, user_id: '31', offline_messages_count: 2 }),
  );
  expect(EVENT_NAMES).toHaveLength(9);
});

test.each([
  ['coupon_arrived', { id: 1 }, 'coupon_arrived'],
  ['constructor', undefined, 'constructor'],
  ['new_message', { type: 'typing', session_id: 1 }, 'new_message typing'],
])('%s, of which nobody told us, is kept', (name, payload, known_as) => {
  expect(readEvent(name, payload)).toEqual(ok({ event: 'unknown', name: known_as, payload }));
});

test.each<[string, unknown, string]>([
  ['new_message', { session_id: 1, message: { ...wire, content: null } }, 'message.content'],
  ['new_message', { ...wire }, 'customer_service_session_id'],
  ['new_message', { ...wire, customer_service_session_id: 2 ** 60 }, 'customer_service_session_id'],
  ['new_message', 'text', '$'],
  ['session_closed', null, '$'],
  ['session_closed', {}, 'session_id'],
  ['offline_messages', { messages: [{}] }, 'messages.0.chat_message_id'],
])('%s %j is one failure that says where', (name, payload, path) => {
  const read = readEvent(name, payload);
  expect(read).toMatchObject({ ok: false, failure: { kind: 'decode', endpoint: `event ${name}`, path } });
  expect(JSON.stringify(read)).not.toContain('x2F');
});
