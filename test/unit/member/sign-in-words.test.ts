// What the sign-in page says: on its buttons, below its fields, and when it says nothing.
import { autorun } from 'mobx-miniprogram';
import type { Failure } from '../../../miniprogram/api/errors';
import {
  refusal,
  sentText,
  smsCode,
  tooOften,
} from '../../../miniprogram/packages/member/stores/sign-in/form';
import type { SignInStore } from '../../../miniprogram/packages/member/stores/sign-in/sign-in';
import { signInFields } from '../../../miniprogram/packages/member/stores/sign-in/sign-in-view';
import { Counter, filled, MOBILE, refused } from './sign-in-kit';

const says = (store: SignInStore): Record<string, unknown> =>
  Object.fromEntries(Object.entries(signInFields(store)).map(([name, read]) => [name, read()]));

test('the page follows its form', () => {
  const store = new Counter().store();
  const fields = signInFields(store);
  const seen: unknown[] = [];
  const stop = autorun(() => seen.push([fields['mobile']?.(), fields['waiting']?.()]));
  store.typeMobile(MOBILE);
  store.typeCode('123456');
  stop();
  expect(seen).toEqual([
    ['', true],
    [MOBILE, true],
    [MOBILE, false],
  ]);
});

test('the button for a code says that one is sent, counts, and offers another', async () => {
  const counter = new Counter();
  const store = filled(counter);
  store.watch();
  expect(says(store)).toMatchObject({ send_text: '获取验证码', can_send: true, sending: false });
  const sending = store.sendCode();
  expect(says(store)).toMatchObject({
    send_text: '发送中…',
    can_send: false,
    sending: true,
    signing_in: false,
  });
  await sending;
  expect(says(store)).toMatchObject({
    send_text: '60 秒后重发',
    can_send: false,
    sending: false,
    sent: true,
  });
  counter.pass(60_000);
  expect(says(store)).toMatchObject({ send_text: '重新获取', can_send: true });
  expect(counter.timers.size).toBe(0);
});

test('the button to sign in says that it does, and counts after too many tries', async () => {
  const counter = new Counter();
  const store = filled(counter);
  store.watch();
  expect(says(store)).toMatchObject({ submit_text: '登录', waiting: false, signing_in: false });
  counter.failure = refused('RATE_LIMIT_EXCEEDED', 429, 30);
  const signing_in = store.signIn();
  expect(says(store)).toMatchObject({
    submit_text: '登录中…',
    signing_in: true,
    sending: false,
    can_send: false,
  });
  await signing_in;
  expect(says(store)).toMatchObject({ submit_text: '请 30 秒后再试', waiting: true, signing_in: false });
  expect(says(store)).toMatchObject({ form_error: '操作太频繁，请稍候再试', form_retry: false });
  counter.pass(29_000);
  expect(says(store)).toMatchObject({ submit_text: '请 1 秒后再试', waiting: true });
  counter.pass(1_000);
  expect(says(store)).toMatchObject({ submit_text: '登录', waiting: false });
});

test('nothing can be sent while the number or the code is missing', () => {
  const store = new Counter().store();
  expect(says(store)['waiting']).toBe(true);
  store.typeMobile(MOBILE);
  expect(says(store)['waiting']).toBe(true);
  store.typeCode('123');
  expect(says(store)['waiting']).toBe(true);
  store.typeCode('1234');
  expect(says(store)['waiting']).toBe(false);
});

test('each complaint stands at its own field', async () => {
  const store = new Counter().store();
  await store.signIn();
  expect(says(store)).toMatchObject({ mobile_error: '请输入手机号', code_error: '', form_error: '' });
  store.typeMobile(MOBILE);
  await store.signIn();
  expect(says(store)).toMatchObject({ mobile_error: '', code_error: '请输入验证码', form_error: '' });
});

test('a number that was left half-typed says so, one that was not begun does not', () => {
  const store = new Counter().store();
  store.checkMobile();
  expect(says(store)['mobile_error']).toBe('');
  store.typeMobile('138');
  store.checkMobile();
  expect(says(store)['mobile_error']).toBe('手机号格式不正确，请检查');
  store.typeMobile(MOBILE);
  store.checkMobile();
  expect(says(store)['mobile_error']).toBe('');
});

test('a number that is right takes no complaint of another field away when it is left', async () => {
  const store = new Counter().store();
  store.typeMobile(MOBILE);
  await store.signIn();
  store.checkMobile();
  expect(says(store)['code_error']).toBe('请输入验证码');
});

test('where the code went is no longer said once another number is typed', async () => {
  const store = filled(new Counter());
  await store.sendCode();
  expect(says(store)['sent_text']).not.toBe('');
  store.typeMobile(MOBILE);
  expect(says(store)['sent_text']).not.toBe('');
  store.typeMobile('13800000032');
  expect(says(store)['sent_text']).toBe('');
});

test('typing takes the complaint about the whole form away', async () => {
  const counter = new Counter();
  const store = filled(counter);
  for (const type of [() => store.typeCode('123450'), () => store.typeMobile('13800000032')]) {
    counter.failure = { kind: 'network' };
    await store.signIn();
    expect(says(store)).toMatchObject({ form_error: '网络连接失败，请检查网络后重试。', form_retry: true });
    type();
    expect(says(store)).toMatchObject({ form_error: '', form_retry: false });
  }
});

test('a page that is left and opened again has no code, no question and no complaint, and its number', async () => {
  const store = filled(new Counter());
  store.agree(false);
  await store.signIn();
  expect(says(store)['asking']).toBe(true);
  store.leave();
  expect(says(store)).toMatchObject({
    mobile: MOBILE,
    code: '',
    asking: false,
    agreed: false,
    mobile_error: '',
  });
});

test('a complaint is gone when the page is opened again', async () => {
  const store = new Counter().store();
  await store.signIn();
  store.leave();
  expect(says(store)['mobile_error']).toBe('');
});

test('a number that was typed is there after the app was killed', () => {
  const counter = new Counter();
  counter.store().typeMobile('1380');
  expect(says(counter.store())['mobile']).toBe('1380');
});

test('waits are counted from when the answer came', async () => {
  const counter = new Counter();
  const store = filled(counter);
  const sending = store.sendCode();
  counter.now += 5_000;
  await sending;
  expect(says(store)['send_text']).toBe('60 秒后重发');
  counter.failure = refused('RATE_LIMIT_EXCEEDED', 429, 30);
  const signing_in = store.signIn();
  counter.now += 5_000;
  await signing_in;
  expect(says(store)['submit_text']).toBe('请 30 秒后再试');
});

test('one timer counts all waits, and none where the answer comes after the page was left', async () => {
  const counter = new Counter();
  const store = filled(counter);
  const unwatch = store.watch();
  await store.sendCode();
  counter.failure = refused('RATE_LIMIT_EXCEEDED', 429, 30);
  await store.signIn();
  expect(counter.timers.size).toBe(1);
  unwatch();
  counter.failure = null;
  store.typeMobile('13800000032');
  await store.sendCode();
  expect(counter.timers.size).toBe(0);
  store.watch();
  expect(counter.timers.size).toBe(1);
});

test('whoever signed in leaves neither number nor count-down to the next', async () => {
  const counter = new Counter();
  const store = filled(counter);
  await store.sendCode();
  await store.signIn();
  expect(says(store)).toMatchObject({
    mobile: '',
    code: '',
    sent_text: '',
    send_text: '获取验证码',
    can_send: true,
  });
  store.typeMobile(MOBILE);
  expect(says(store)).toMatchObject({ can_send: true });
});

test('what failed is what is tried again', async () => {
  const counter = new Counter();
  const store = filled(counter);
  counter.failure = { kind: 'network' };
  await store.sendCode();
  await store.signIn();
  counter.failure = null;
  expect(await store.retry()).toBe('known');
  expect(counter.calls.at(-1)).toBe(`in ${MOBILE} 123456`);
});

test.each<[Failure, string, string, boolean]>([
  [refused('INVALID_MOBILE_FORMAT', 400), 'mobile', '手机号格式不正确，请检查', false],
  [refused('MOBILE_REQUIRED', 400), 'mobile', '手机号格式不正确，请检查', false],
  [refused('INVALID_VERIFICATION_CODE'), 'code', '验证码不正确，请核对后重新输入', false],
  [refused('VERIFICATION_CODE_REQUIRED', 400), 'code', '验证码不正确，请核对后重新输入', false],
  [refused('VERIFICATION_CODE_EXPIRED'), 'code', '验证码已过期，请重新获取', false],
  [{ kind: 'api', status: 403, code: 'USER_BANNED', message: '账号已停用' }, 'form', '账号已停用', false],
  [{ kind: 'timeout' }, 'form', '网络有点慢，服务器没有及时回应，请重试。', true],
])('the refusal %j is said at its place', (failure, field, text, retry) => {
  expect(refusal(failure)).toEqual({ field, text, retry });
});

test('a fault of the backend is told in our words, with a retry', () => {
  const told = refusal({ kind: 'api', status: 500, code: 'INTERNAL_ERROR', message: 'x is not a function' });
  expect(told).toMatchObject({ field: 'form', retry: true });
  expect(told.text).not.toContain('function');
});

test('too many tries are said where they were made', () => {
  expect(tooOften('code')).toEqual({ field: 'code', text: '验证码发送太频繁，请稍候再获取', retry: false });
  expect(tooOften('form')).toEqual({ field: 'form', text: '操作太频繁，请稍候再试', retry: false });
});

test('for how long a code is good is said in whole minutes, or not at all', () => {
  const sent = (expires_in: number) => sentText(MOBILE, { expires_in, message: '' }, false);
  expect(sent(300)).toBe('已发送至 138****0031，5 分钟内有效');
  expect(sent(119)).toBe('已发送至 138****0031，1 分钟内有效');
  expect(sent(59)).toBe('已发送至 138****0031');
});

test('a code is six digits at most', () => {
  expect(smsCode('12345678')).toHaveLength(6);
});
