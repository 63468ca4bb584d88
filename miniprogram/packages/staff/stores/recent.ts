// What a person's pages read lately: a page that is opened again shows it at once, while it is read again. Observable (MobX).
import { observable, runInAction } from 'mobx-miniprogram';
import type { Kept } from '../../../stores/reading';

export class Recent<T> implements Kept<T> {
  private readonly known = observable.map<string, T>({}, { deep: false });

  /** @param most so many values; of more the eldest are forgotten */
  constructor(private readonly most = 20) {}

  get(key: string): T | null {
    return this.known.get(key) ?? null;
  }

  set(key: string, value: T): void {
    const { known, most } = this;
    runInAction(() => {
      known.delete(key);
      known.set(key, value);
      const [eldest] = known.keys();
      if (known.size > most && eldest !== undefined) known.delete(eldest);
    });
  }
}
