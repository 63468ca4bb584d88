// Applying to work here: the form, kept on the person's shelf until it was taken, and once more for whoever is refused.
// Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import { mayHaveHappened, statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import { settled } from '../../../../api/settled';
import type { StorageArea } from '../../../../platform/storage-types';
import type { SessionStore } from '../../../../stores/person/session';
import { applicationOf, draftKey, EMPTY, problemIn, problemOf, refusal, sentKey, typed } from './form';
import type { ApplyForm, Field, FieldError } from './form';

export interface ApplyParts {
  session: Pick<SessionStore, 'applyAsStaff' | 'refreshStaff'>;
  /** The person's shelf. */
  area: Pick<StorageArea, 'read' | 'write' | 'remove'>;
}

export class Apply {
  form: ApplyForm;
  /** As it was last sent; null where this phone does not know. */
  sent: ApplyForm | null;
  sending = false;
  error: FieldError | null = null;

  constructor(private readonly parts: ApplyParts) {
    this.sent = parts.area.read(sentKey) ?? null;
    this.form = parts.area.read(draftKey) ?? this.sent ?? EMPTY;
    makeAutoObservable<this, 'parts'>(
      this,
      { parts: false, form: observable.ref, sent: observable.ref, error: observable.ref },
      { autoBind: true },
    );
  }

  /** @returns what the field holds now */
  type(field: Field, text: string): string {
    const value = typed[field](text);
    if (value !== this.form[field]) {
      this.form = { ...this.form, [field]: value };
      this.parts.area.write(draftKey, this.form);
    }
    if (this.error?.field === field || this.error?.field === 'form') this.error = null;
    return value;
  }

  /** A field was left: says so when it cannot be right. */
  check(field: Field): void {
    if (this.form[field].trim() !== '') this.error = problemOf(this.form, field) ?? this.error;
  }

  /**
   * Sends the application. What was typed stays, whatever happens.
   * @returns whether there is something else to see than this form: it was sent, or there is nothing to apply for
   */
  async send(): Promise<boolean> {
    if (this.sending) return false;
    this.error = problemIn(this.form);
    if (this.error !== null) return false;
    const { form } = this;
    this.sending = true;
    try {
      const done = await settled(this.parts.session.applyAsStaff(applicationOf(form)));
      const over = done.ok || (await this.isOver(done.failure));
      runInAction(() => {
        if (over) this.keepSent(form);
        else if (!done.ok) this.error = refusal(done.failure);
      });
      return over;
    } finally {
      runInAction(() => (this.sending = false));
    }
  }

  /**
   * After a failure that may have come too late, and after "nothing to apply for" (409), the server says where the person
   * stands now.
   */
  private async isOver(failure: Failure): Promise<boolean> {
    const conflict = statusOf(failure) === 409;
    if (!conflict && !mayHaveHappened(failure)) return false;
    const now = await settled(this.parts.session.refreshStaff());
    return now.ok && now.value.status !== 'new' && now.value.status !== 'rejected';
  }

  private keepSent(form: ApplyForm): void {
    this.sent = form;
    this.parts.area.write(sentKey, form);
    this.parts.area.remove(draftKey);
  }
}
