// What a person's pages read lately: a page that is opened again shows it at once, while it is read again. Observable (MobX).
import { observable, runInAction } from 'mobx-miniprogram';
import { statusOf } from '../../../api/errors';
import type { Settled } from '../../../api/settled';
import type { Kept } from '../../../stores/reading';

export class Recent<T> implements Kept<T> {
  private readonly known = observable.map<string, T>({}, { deep: false });

  /** @param most so many values; of more the eldest are forgotten */
  constructor(private readonly most = 20) {}

  get(key: string): T | null {
    return this.known.get(key) ?? null;
  }

  /**
   * What the backend refuses is forgotten: a thing that is gone or somebody else's (404, 409), and with a right (403)
   * all that was read by it. After any other failure what is known stays.
   */
  learn(key: string, read: Settled<T>): void {
    const { known, most } = this;
    const status = read.ok ? 0 : statusOf(read.failure);
    runInAction(() => {
      if (status === 403) known.clear();
      if (read.ok || status === 404 || status === 409) known.delete(key);
      if (read.ok) known.set(key, read.value);
      const [eldest] = known.keys();
      if (known.size > most && eldest !== undefined) known.delete(eldest);
    });
  }
}
