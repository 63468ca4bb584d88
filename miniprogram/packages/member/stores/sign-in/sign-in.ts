// Signing in by phone and code (V4 §4): the form's state, which outlives its page while the person reads the message.
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import type { Failure } from '../../../../api/errors';
import { settled } from '../../../../api/settled';
import { secondsLeft } from '../../../../format/deadline';
import type { Off, Timers } from '../../../../platform/ports';
import type { SessionStore } from '../../../../stores/person/session';
import { readDraft, writeDraft } from './draft';
import type { DraftShelf } from './draft';
import {
  CODE_DIGITS,
  codeProblem,
  mobileDigits,
  mobileProblem,
  refusal,
  sentText,
  smsCode,
  tooOften,
} from './form';
import type { FieldError } from './form';

export interface SignInParts {
  session: Pick<SessionStore, 'requestCode' | 'signIn'>;
  /** The phone's, one that never goes back: what is counted are seconds from now, whatever time it is. */
  clock: { now(): number };
  timers: Timers;
  /** The demonstration, whose code is no secret. */
  is_demo: boolean;
  /** The app's own shelf: nobody is signed in yet. */
  area: DraftShelf;
}

/** Between two codes for one number, when the server does not say (its own rule is a minute). */
const RESEND_MS = 60_000;

type Action = 'send_code' | 'sign_in';

/** Whether somebody signed in, and whether the backend knew them before. */
export type SignedIn = 'no' | 'known' | 'new';

/** Observable (MobX). */
export class SignInStore {
  mobile: string;
  code = '';
  agreed = false;
  /** The consent is asked for: signing in waits for it. */
  asking = false;
  busy: Action | null = null;
  error: FieldError | null = null;
  /** What is to be said about the code that was asked for; empty without. */
  sent_text = '';
  /** False where the backend has no message provider. */
  sent = true;
  /** Number → when a new code may be asked for, by `clock`, and how long the wait was. */
  private readonly resend = observable.map<string, { at_ms: number; wait_ms: number }>();
  /** Until when signing in itself is refused, same clock. */
  private sign_in_at = 0;
  private now_ms: number;
  private failed: Action = 'sign_in';
  private ticking: Off | undefined;
  private watched = false;
  /** Another object each time that the page is opened. */
  private visit = {};

  constructor(private readonly parts: SignInParts) {
    const { mobile, resend_at, wait_ms = RESEND_MS } = readDraft(parts.area);
    this.mobile = mobile;
    this.now_ms = parts.clock.now();
    if (mobile !== '') {
      this.resend.set(mobile, { at_ms: Math.min(resend_at, this.now_ms + wait_ms), wait_ms });
    }
    makeAutoObservable<this, 'parts' | 'ticking' | 'watched' | 'resend' | 'failed' | 'visit'>(
      this,
      {
        parts: false,
        ticking: false,
        watched: false,
        resend: false,
        failed: false,
        visit: false,
        error: observable.ref,
      },
      { autoBind: true },
    );
  }

  /** Number and code are there. */
  get is_full(): boolean {
    return mobileProblem(this.mobile) === null && codeProblem(this.code) === null;
  }

  /** Seconds until a new code may be asked for this number; 0 when it may. */
  get resend_seconds(): number {
    return secondsLeft(this.resend.get(this.mobile)?.at_ms ?? 0, this.now_ms);
  }

  /** Seconds until signing in may be tried again. */
  get wait_seconds(): number {
    return secondsLeft(this.sign_in_at, this.now_ms);
  }

  /** A code was asked for this number. */
  get code_sent(): boolean {
    return this.resend.has(this.mobile);
  }

  typeMobile(typed: string): void {
    const mobile = mobileDigits(typed);
    if (mobile === this.mobile) return;
    this.mobile = mobile;
    this.sent_text = '';
    this.clearError('mobile');
    this.keep();
  }

  /** @returns whether its last digit was just written: with a number above it, it is all that signing in needs */
  typeCode(typed: string): boolean {
    const before = this.code;
    this.code = smsCode(typed);
    this.clearError('code');
    return this.code !== before && this.code.length === CODE_DIGITS && this.is_full;
  }

  agree(agreed: boolean): void {
    this.agreed = agreed;
  }

  /** To the question for the consent; a yes goes on to sign in. */
  answer(agreed: boolean): Promise<SignedIn> {
    this.asking = false;
    if (!agreed) return Promise.resolve('no');
    this.agreed = true;
    return this.signIn();
  }

  /** The number was left: says so when it cannot be one. */
  checkMobile(): void {
    if (this.mobile !== '') this.error = mobileProblem(this.mobile) ?? this.error;
  }

  /** `POST /auth/send-code`; nothing while a code may not be asked for. Answers whether one was sent. */
  async sendCode(): Promise<boolean> {
    this.now_ms = this.parts.clock.now();
    this.error = mobileProblem(this.mobile);
    if (this.busy !== null || this.error !== null || this.resend_seconds > 0) return false;
    const { mobile } = this;
    const sent = await this.run('send_code', this.parts.session.requestCode(mobile));
    if (sent === undefined) return false;
    runInAction(() => {
      this.wait(mobile, RESEND_MS);
      this.sent = sent.sms_sent !== false;
      this.sent_text = sentText(mobile, sent, this.parts.is_demo);
    });
    return true;
  }

  /** `POST /auth/login`; without the consent it is asked for first. */
  async signIn(): Promise<SignedIn> {
    this.now_ms = this.parts.clock.now();
    this.error = mobileProblem(this.mobile) ?? codeProblem(this.code);
    if (this.busy !== null || this.error !== null || this.wait_seconds > 0) return 'no';
    if (!this.agreed) {
      this.asking = true;
      return 'no';
    }
    const { mobile, code } = this;
    const signed_in = await this.run('sign_in', this.parts.session.signIn(mobile, code));
    if (signed_in === undefined) return 'no';
    this.finish();
    return signed_in.is_new_user ? 'new' : 'known';
  }

  /** The last thing that failed, again. */
  retry(): Promise<SignedIn | boolean> {
    return this.failed === 'send_code' ? this.sendCode() : this.signIn();
  }

  /** The page is seen: count-downs run. Answers how to stop them. */
  watch(): Off {
    this.watched = true;
    this.tick();
    return () => {
      this.watched = false;
      this.ticking?.();
    };
  }

  /** The page is left: code, consent and what was wrong are not there next time, which may be another person's. */
  leave(): void {
    this.code = '';
    this.error = null;
    this.visit = {};
    this.asking = false;
    // Each person agrees for themselves.
    this.agreed = false;
  }

  /** `undefined` where it failed; the reason is kept only if the page is still the same visit. */
  private async run<T>(action: Action, call: Promise<T>): Promise<T | undefined> {
    const { visit, mobile } = this;
    this.busy = action;
    try {
      const done = await settled(call);
      if (done.ok) return done.value;
      runInAction(() => {
        this.fail(action, done.failure, mobile);
        if (this.visit !== visit) this.error = null;
      });
      return undefined;
    } finally {
      runInAction(() => (this.busy = null));
    }
  }

  private fail(action: Action, failure: Failure, mobile: string): void {
    this.failed = action;
    const wait_seconds = 'wait_seconds' in failure ? failure.wait_seconds : undefined;
    this.error = refusal(failure);
    if (failure.kind === 'api' && failure.code === 'VERIFICATION_CODE_EXPIRED') this.code = '';
    if (wait_seconds === undefined) return;
    if (action === 'sign_in') this.sign_in_at = this.parts.clock.now() + wait_seconds * 1_000;
    else this.wait(mobile, wait_seconds * 1_000);
    this.now_ms = this.parts.clock.now();
    this.plan();
    this.error = tooOften(action === 'sign_in' ? 'form' : 'code');
  }

  private finish(): void {
    this.agreed = false;
    this.mobile = '';
    this.code = '';
    this.sent_text = '';
    this.resend.clear();
    this.keep();
  }

  private wait(mobile: string, ms: number): void {
    this.resend.set(mobile, { at_ms: this.parts.clock.now() + ms, wait_ms: ms });
    this.now_ms = this.parts.clock.now();
    this.keep();
    this.plan();
  }

  private clearError(field: FieldError['field']): void {
    if (this.error?.field === field || this.error?.field === 'form') this.error = null;
  }

  private keep(): void {
    const { mobile } = this;
    const { at_ms = 0, wait_ms = RESEND_MS } = this.resend.get(mobile) ?? {};
    writeDraft(this.parts.area, { mobile, resend_at: at_ms, wait_ms });
  }

  private tick(): void {
    this.now_ms = this.parts.clock.now();
    this.ticking = undefined;
    this.plan();
  }

  /** One timer, to the next second of the longest count-down; none when nothing counts. */
  private plan(): void {
    const end = Math.max(this.sign_in_at, this.resend.get(this.mobile)?.at_ms ?? 0);
    if (!this.watched || this.ticking !== undefined || end <= this.now_ms) return;
    this.ticking = this.parts.timers.after((end - this.now_ms) % 1_000 || 1_000, this.tick);
  }
}
