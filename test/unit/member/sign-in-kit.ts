// The sign-in form with a session that answers as told, and time that the test moves.
import { ApiError } from '../../../miniprogram/api/errors';
import type { Failure } from '../../../miniprogram/api/errors';
import { SignInStore } from '../../../miniprogram/packages/member/stores/sign-in/sign-in';
import type { DraftShelf } from '../../../miniprogram/packages/member/stores/sign-in/draft';
import type { Off } from '../../../miniprogram/platform/ports';

export const MOBILE = '13800000031';

export class Shelf implements DraftShelf {
  values = new Map<string, unknown>();
  read: DraftShelf['read'] = (key) => key.decode(this.values.get(key.name));
  write: DraftShelf['write'] = (key, value) => {
    this.values.set(key.name, JSON.parse(JSON.stringify(value)));
    return true;
  };
  remove: DraftShelf['remove'] = (key) => (this.values.delete(key.name), true);
}

export class Counter {
  now = 1_000_000;
  shelf = new Shelf();
  calls: string[] = [];
  failure: Failure | null = null;
  is_new_user = false;
  sms_sent = true;
  is_demo = false;
  timers = new Set<{ at: number; run: () => void }>();

  store(): SignInStore {
    return new SignInStore({
      session: {
        requestCode: async (mobile) => {
          this.call(`code ${mobile}`);
          return { expires_in: 300, sms_sent: this.sms_sent, message: '短信服务未配置' };
        },
        signIn: async (mobile, code) => {
          this.call(`in ${mobile} ${code}`);
          return { is_new_user: this.is_new_user };
        },
      },
      clock: { now: () => this.now },
      timers: { after: (ms, run) => this.after(ms, run) },
      area: this.shelf,
      is_demo: this.is_demo,
    });
  }

  pass(ms: number): void {
    const end = this.now + ms;
    for (;;) {
      const next = [...this.timers].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.timers.delete(next);
      this.now = next.at;
      next.run();
    }
    this.now = end;
  }

  private call(what: string): void {
    this.calls.push(what);
    if (this.failure) throw new ApiError(this.failure);
  }

  private after(ms: number, run: () => void): Off {
    const timer = { at: this.now + ms, run };
    this.timers.add(timer);
    return () => void this.timers.delete(timer);
  }
}

export const refused = (code: string, status = 401, wait_seconds?: number): Failure => ({
  kind: 'api',
  status,
  code,
  message: '…',
  ...(wait_seconds === undefined ? {} : { wait_seconds }),
});

export function filled(counter: Counter): SignInStore {
  const store = counter.store();
  store.typeMobile(MOBILE);
  store.typeCode('123456');
  store.agree(true);
  return store;
}
