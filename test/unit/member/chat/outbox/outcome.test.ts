// What a failed request means for the message it carried: stored perhaps, refused for good, or later.
import type { Failure } from '../../../../../miniprogram/api/errors';
import { outcomeOf } from '../../../../../miniprogram/packages/member/stores/chat/outbox/outcome';
import { refused } from '../kit';

const http = (status: number): Failure => ({ kind: 'http', status });

test.each<[string, Failure]>([
  ['a proxy in between', http(401)],
  ['a page that is not the backend’s', http(404)],
  ['a token that was just renewed and is refused too', refused(401, 'INVALID_TOKEN', '登录状态已失效')],
  ['a proxy that waited too long for the phone', http(408)],
])('%s says no: the message goes later, when it is worth trying', (_who, failure) => {
  expect(outcomeOf(failure)).toEqual({ kind: 'later' });
});

test.each<[number, Failure]>([
  [7_000, refused(429, 'RATE_LIMIT_EXCEEDED', '发送消息过于频繁', 7)],
  [10_000, refused(429, 'RATE_LIMIT_EXCEEDED', '发送消息过于频繁')],
  [10_000, http(429)],
  [30_000, { kind: 'maintenance', message: '维护中' }],
  [30_000, { kind: 'maintenance', message: '维护中', unsent: true }],
])('a message waits %d ms at %j', (ms, failure) => {
  expect(outcomeOf(failure)).toEqual({ kind: 'later', ms });
});

test.each<[string, string, Failure]>([
  ['content', '消息含有不允许发送的内容，请修改后再发。', refused(400, 'CONTENT_VIOLATION', '违规')],
  ['refused', '消息格式不对', refused(400, 'BAD_REQUEST', '消息格式不对')],
  ['refused', '请求的内容有误，请检查后再试。', refused(400, 'BAD_REQUEST', 'x is not a function')],
  ['refused', '请减少内容后再试。', http(413)],
  ['closed', '会话已结束', refused(400, 'CUSTOMER_SERVICE_ERROR', '会话已关闭，无法发送消息')],
  ['closed', '会话已结束', refused(500, 'INTERNAL_ERROR', '会话已关闭，无法发送消息')],
])('a refusal is %s and says %s', (reason, message, failure) => {
  expect(outcomeOf(failure)).toEqual({ kind: 'refused', reason, message });
});

test.each<['nobody' | 'gateway' | 'server', Failure]>([
  ['nobody', { kind: 'network' }],
  ['nobody', { kind: 'timeout' }],
  ['nobody', { kind: 'aborted' }],
  ['nobody', { kind: 'decode', endpoint: 'x', path: '$', problem: 'broken' }],
  ['nobody', { kind: 'signed_out', backend: 'v4', reason: 'left' }],
  ['gateway', http(502)],
  ['gateway', http(503)],
  ['server', http(504)],
  ['server', http(500)],
  ['server', http(200)],
  ['server', refused(500, 'INTERNAL_ERROR', '服务器内部错误')],
  ['server', refused(503, 'SERVICE_UNAVAILABLE', '服务器内部错误')],
])('nobody knows what became of it where %s answered: %j', (answered, failure) => {
  expect(outcomeOf(failure)).toEqual({ kind: 'unknown', answered });
});

test.each<Failure>([
  { kind: 'network', unsent: true },
  { kind: 'timeout', unsent: true },
])('it never left at %j', (failure) => {
  expect(outcomeOf(failure)).toEqual({ kind: 'unsent' });
});
