// Signing in: what is said where, what may be asked when, and what outlives the page.
import { MOBILE, Counter, refused, filled } from './sign-in-kit';

describe('what is typed', () => {
  test.each([
    ['', '', true, 'mobile'],
    ['138', '', true, 'mobile'],
    [MOBILE, '', true, 'code'],
    [MOBILE, '12', true, 'code'],
  ])(
    '%p with code %p, agreed %p: the %s field says what is missing, nothing is asked',
    async (mobile, code, agreed, field) => {
      const counter = new Counter();
      const store = counter.store();
      store.typeMobile(mobile);
      store.typeCode(code);
      store.agree(agreed);
      expect(await store.signIn()).toBe('no');
      expect(store.error?.field).toBe(field);
      expect(counter.calls).toEqual([]);
    },
  );

  test('J5 the last digit of a code below a number is all that is needed, once; a code alone is not', () => {
    const store = new Counter().store();
    expect(store.typeCode('123456')).toBe(false);
    store.typeMobile(MOBILE);
    expect([store.typeCode('12345'), store.typeCode('123456'), store.typeCode('1234567')]).toEqual([
      false,
      true,
      false,
    ]);
  });

  test('J5 without the consent it is asked for, and nothing is sent before; a yes signs in, a no does not', async () => {
    const counter = new Counter();
    const store = filled(counter);
    store.agree(false);
    expect(await store.signIn()).toBe('no');
    expect([store.asking, store.error, counter.calls]).toEqual([true, null, []]);
    expect(await store.answer(false)).toBe('no');
    expect([store.asking, store.agreed, counter.calls]).toEqual([false, false, []]);
    await store.signIn();
    expect(await store.answer(true)).toBe('known');
    expect(counter.calls).toEqual([`in ${MOBILE} 123456`]);
  });

  test('correcting a field takes its complaint away', async () => {
    const store = new Counter().store();
    store.typeMobile('138');
    await store.signIn();
    store.typeMobile('1380');
    expect(store.error).toBeNull();
  });
});

describe('asking for a code', () => {
  test('counts down a minute and says where the code went', async () => {
    const counter = new Counter();
    const store = filled(counter);
    store.watch();
    expect(await store.sendCode()).toBe(true);
    expect(store.resend_seconds).toBe(60);
    expect(store.sent_text).toBe('已发送至 138****0031，5 分钟内有效');
    counter.pass(10_000);
    expect(store.resend_seconds).toBe(50);
    expect(await store.sendCode()).toBe(false);
    counter.pass(50_000);
    expect(store.resend_seconds).toBe(0);
    expect(await store.sendCode()).toBe(true);
    expect(counter.calls).toHaveLength(2);
  });

  test('takes the seconds that the server says', async () => {
    const counter = new Counter();
    counter.failure = refused('SMS_RATE_LIMIT', 429, 37);
    const store = filled(counter);
    expect(await store.sendCode()).toBe(false);
    expect(store.resend_seconds).toBe(37);
    expect(store.error?.field).toBe('code');
  });

  test('belongs to the number: another one need not wait', async () => {
    const store = filled(new Counter());
    await store.sendCode();
    store.typeMobile('13800000032');
    expect(store.resend_seconds).toBe(0);
    store.typeMobile(MOBILE);
    expect(store.resend_seconds).toBe(60);
  });

  test('belongs to the number that it was asked for, where another is typed meanwhile', async () => {
    const counter = new Counter();
    const store = filled(counter);
    counter.failure = refused('SMS_RATE_LIMIT', 429, 37);
    const refusing = store.sendCode();
    store.typeMobile('13800000032');
    await refusing;
    expect(store.resend_seconds).toBe(0);
    store.typeMobile(MOBILE);
    expect(store.resend_seconds).toBe(37);
    counter.failure = null;
    store.typeMobile('13800000033');
    const sending = store.sendCode();
    store.typeMobile('13800000032');
    await sending;
    expect(store.resend_seconds).toBe(0);
    store.typeMobile('13800000033');
    expect(store.resend_seconds).toBe(60);
  });

  test('passes on that no message could be sent; J5 the demonstration says its code', async () => {
    const counter = new Counter();
    counter.sms_sent = false;
    const store = filled(counter);
    await store.sendCode();
    expect(store).toMatchObject({ sent: false, sent_text: '短信服务未配置' });
    counter.is_demo = true;
    const demo = counter.store();
    demo.typeMobile('13800000032');
    await demo.sendCode();
    expect(demo.sent_text).toBe('演示环境，验证码 123456');
  });

  test('the deadline survives the app being killed, and the code does not', async () => {
    const counter = new Counter();
    await filled(counter).sendCode();
    counter.now += 20_000;
    const again = counter.store();
    expect(again).toMatchObject({ mobile: MOBILE, code: '', resend_seconds: 40 });
    expect(JSON.stringify([...counter.shelf.values])).not.toContain('123456');
  });

  test('no timer runs while nobody looks', async () => {
    const counter = new Counter();
    const store = filled(counter);
    const unwatch = store.watch();
    await store.sendCode();
    unwatch();
    expect(counter.timers.size).toBe(0);
    counter.now += 30_000;
    store.watch();
    expect(store.resend_seconds).toBe(30);
  });
});

describe('signing in', () => {
  test('a wrong code stays on the form with its words', async () => {
    const counter = new Counter();
    counter.failure = refused('INVALID_VERIFICATION_CODE');
    const store = filled(counter);
    expect(await store.signIn()).toBe('no');
    expect(store).toMatchObject({ mobile: MOBILE, code: '123456', agreed: true, busy: null });
    expect(store.error).toMatchObject({ field: 'code', retry: false });
  });

  test('an expired code says so and is emptied', async () => {
    const counter = new Counter();
    counter.failure = refused('VERIFICATION_CODE_EXPIRED');
    const store = filled(counter);
    await store.signIn();
    expect(store.code).toBe('');
    expect(store.error?.text).toContain('过期');
  });

  test('a 429 makes the button wait', async () => {
    const counter = new Counter();
    counter.failure = refused('RATE_LIMIT_EXCEEDED', 429, 30);
    const store = filled(counter);
    await store.signIn();
    counter.failure = null;
    expect(store.wait_seconds).toBe(30);
    expect(await store.signIn()).toBe('no');
    counter.now += 30_000;
    expect(await store.signIn()).toBe('known');
  });

  test('without a network it offers to try the same again', async () => {
    const counter = new Counter();
    counter.failure = { kind: 'network' };
    const store = filled(counter);
    await store.sendCode();
    expect(store.error).toMatchObject({ field: 'form', retry: true });
    counter.failure = null;
    await store.retry();
    expect(counter.calls).toEqual([`code ${MOBILE}`, `code ${MOBILE}`]);
  });

  test('two taps are one call', async () => {
    const counter = new Counter();
    const store = filled(counter);
    await Promise.all([store.signIn(), store.signIn()]);
    expect(counter.calls).toEqual([`in ${MOBILE} 123456`]);
  });

  test('a new person is welcomed, and the number is not left behind', async () => {
    const counter = new Counter();
    counter.is_new_user = true;
    const store = filled(counter);
    expect(await store.signIn()).toBe('new');
    expect(store).toMatchObject({ mobile: '', code: '' });
    expect(counter.shelf.values.size).toBe(0);
  });

  test('I3 a failure that comes after the page was left is not shown when it is opened again', async () => {
    const counter = new Counter();
    const store = filled(counter);
    counter.failure = refused('INVALID_VERIFICATION_CODE');
    const signing_in = store.signIn();
    store.leave();
    expect(await signing_in).toBe('no');
    expect(store).toMatchObject({ error: null, busy: null });
  });
});

describe('I10 the form is one person’s', () => {
  test('I10 consent is not there for the next person', async () => {
    const store = filled(new Counter());
    store.leave();
    expect(store.agreed).toBe(false);
    store.agree(true);
    store.typeCode('123456');
    expect(await store.signIn()).toBe('known');
    expect(store.agreed).toBe(false);
  });

  test('I10 a whole message pasted is the code in it', () => {
    const store = new Counter().store();
    store.typeCode('【门店】验证码 １２３ ４５６，5 分钟内有效');
    expect(store.code).toBe('123456');
    store.typeMobile('+86 (0)138-0000-0031');
    expect(store.mobile).toBe(MOBILE);
  });
});

describe('I1 the wait for another code', () => {
  const DAY = 86_400_000;

  test.each([2 * DAY, 365 * DAY])(
    'is never longer than it was, on a phone set back by %i ms since',
    async (ms) => {
      const counter = new Counter();
      counter.now += 400 * DAY;
      await filled(counter).sendCode();
      counter.now -= ms;
      const again = counter.store();
      again.watch();
      expect([again.mobile, again.resend_seconds]).toEqual([MOBILE, 60]);
      counter.pass(60_000);
      expect(again.resend_seconds).toBe(0);
      expect(await again.sendCode()).toBe(true);
    },
  );

  test('is the one that the server told, and no longer', async () => {
    const counter = new Counter();
    counter.now += 400 * DAY;
    counter.failure = refused('SMS_RATE_LIMIT', 429, 37);
    await filled(counter).sendCode();
    counter.now -= DAY;
    expect(counter.store().resend_seconds).toBe(37);
  });

  test('that an earlier version wrote down by a wrong clock is a minute at most', () => {
    const counter = new Counter();
    counter.shelf.values.set('sign-in.draft', { mobile: MOBILE, resend_at: counter.now + 172_858_000 });
    expect(counter.store().resend_seconds).toBe(60);
  });

  test('is over on a phone that was set forward', async () => {
    const counter = new Counter();
    await filled(counter).sendCode();
    counter.now += 2 * DAY;
    expect(counter.store().resend_seconds).toBe(0);
  });
});
