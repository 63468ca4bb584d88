// Brightness and keep-awake are given back as they were, however fast the page comes and goes.
import { Screen } from '../../../../miniprogram/packages/member/stores/redeem/screen';
import { PlatformError } from '../../../../miniprogram/platform/failure';

class Phone {
  calls: string[] = [];
  level = 0.4;
  refuses = new Set<string>();
  constructor(readonly info: { platform: string }) {}

  async brightness(): Promise<number> {
    return this.run('read', this.level);
  }
  async setBrightness(value: number): Promise<void> {
    await this.run(`bright ${value}`, undefined);
    this.level = value;
  }
  async keepScreenOn(on: boolean): Promise<void> {
    await this.run(on ? 'awake' : 'may sleep', undefined);
  }
  async hideOnCapture(hide: boolean): Promise<boolean> {
    return this.run(hide ? 'hide' : 'show', true);
  }

  private async run<T>(name: string, value: T): Promise<T> {
    await Promise.resolve();
    this.calls.push(name);
    if (this.refuses.has(name)) throw new PlatformError('refused', name);
    return value;
  }
}

test('an iPhone gets back what it had', async () => {
  const phone = new Phone({ platform: 'ios' });
  const screen = new Screen(phone);
  screen.want(true);
  await screen.settled();
  expect(phone.level).toBe(1);
  screen.want(false);
  await screen.settled();
  expect(phone.calls).toEqual(['read', 'awake', 'hide', 'bright 1', 'bright 0.4', 'may sleep', 'show']);
});

test('an Android phone decides for itself again', async () => {
  const phone = new Phone({ platform: 'android' });
  const screen = new Screen(phone);
  screen.want(true);
  await screen.settled();
  screen.want(false);
  await screen.settled();
  expect(phone.level).toBe(-1);
});

test('hidden again before the phone has answered: never left bright', async () => {
  const phone = new Phone({ platform: 'ios' });
  const screen = new Screen(phone);
  screen.want(true);
  screen.want(false);
  await screen.settled();
  expect(phone.level).toBe(0.4);
  expect(phone.calls).not.toContain('bright 1');
});

test('comes and goes many times: the brightness remembered is never our own', async () => {
  const phone = new Phone({ platform: 'ios' });
  const screen = new Screen(phone);
  for (const wanted of [true, false, true, false, true]) screen.want(wanted);
  await screen.settled();
  expect(phone.level).toBe(1);
  screen.want(false);
  await screen.settled();
  expect(phone.level).toBe(0.4);
  expect(phone.calls.at(-2)).toBe('may sleep');
});

test('wanting what is already so calls nothing', async () => {
  const phone = new Phone({ platform: 'ios' });
  const screen = new Screen(phone);
  screen.want(false);
  await screen.settled();
  expect(phone.calls).toEqual([]);
});

test('where the brightness cannot be read it is left alone, and the rest still works', async () => {
  const phone = new Phone({ platform: 'ios' });
  phone.refuses.add('read').add('hide');
  const screen = new Screen(phone);
  screen.want(true);
  await screen.settled();
  screen.want(false);
  await screen.settled();
  expect(phone.calls).toEqual(['read', 'awake', 'hide', 'may sleep', 'show']);
});
