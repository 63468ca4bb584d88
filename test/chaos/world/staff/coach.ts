// A virtual member of the staff on the same phone: pins, abandons and takes up tasks, writes and deletes notes, asks the
// assistant, signs out. Keeps account of what was told.
import type { NoteTarget } from '../../../../miniprogram/packages/staff/api/notes';
import type { Talk } from '../../../../miniprogram/packages/assistant/stores/talk/talk';
import type { TaskNamed } from '../../../../miniprogram/packages/staff/stores/tasks/actions';
import type { Phone } from '../phone';
import type { Dice, Weather } from '../weather';
import type { Desk } from './app';
import type { StaffServer } from './server';

/** What the server got of a request that failed comes within this, ms; before, nobody taps again. */
const LATE_MS = 12_000;
/** In fine weather what was asked is answered within this, ms, also where a token had to be renewed first. */
const TURN_MS = 2_000;

/** A note as its author remembers it. */
export interface NoteWritten {
  target: NoteTarget;
  content: string;
  /** `open`: not a note yet as far as the app says; then its text must still be there. */
  fate: 'open' | 'saved';
  /** Not to be saved again before this, ms of the world. */
  not_before: number;
  /** The person deleted it and did not take that back. */
  removed: boolean;
  /** It was sent by an earlier start of the app, or in an earlier sign-in. */
  is_old: boolean;
  /** The phone had it in its storage when it was sent. */
  kept: boolean;
}

export class Coach {
  readonly notes: NoteWritten[] = [];
  /** Reasons for which a task was abandoned, each given once. */
  readonly reasons: string[] = [];
  /** Questions, each asked once. */
  readonly questions: string[] = [];
  talk: Talk | undefined;
  private words = 0;
  /** When an answer was last seen to be on its way, ms. */
  private busy_at = 0;
  private seen: Desk | undefined;

  constructor(
    private readonly phone: Phone,
    readonly server: StaffServer,
    private readonly weather: Weather,
    private readonly now: () => number,
  ) {}

  get desk(): Desk | undefined {
    const { app } = this.phone;
    return app?.life.is_alive === true && !app.life.is_suspended
      ? (app.desk?.current ?? undefined)
      : undefined;
  }

  async signIn(): Promise<void> {
    await this.phone.app?.core.session.signInStaff().catch(() => undefined);
  }

  /** What is in the sheets goes on purpose. */
  private async signOut(): Promise<void> {
    for (const note of this.notes) if (note.fate === 'open') note.kept = false;
    await this.phone.app?.core.session.signOut('staff');
  }

  /** Looks at the pages, in fine weather. */
  async visit(): Promise<void> {
    const { desk } = this;
    if (desk === undefined) return;
    void desk.tasks.show();
    await desk.notes.own.reload();
    await this.saveAgain(desk);
  }

  /** Looks once, and signs in where nobody is: no socket tells staff that their sign-in was ended, only the next request. */
  async comeBack(advance: (ms: number) => Promise<void>): Promise<void> {
    this.look(this.desk);
    void this.visit();
    await advance(TURN_MS);
    if (this.phone.app?.core.session.staff.state === 'signed_in') return;
    void this.signIn();
    await advance(TURN_MS);
  }

  /** Waits for the answer that is on its way: one that never comes is given up by the app's own time limit. */
  async hearOut(advance: (ms: number) => Promise<void>): Promise<void> {
    const limit_ms = this.phone.app?.core.config.timeouts.stream_ms ?? 0;
    // And then reads what the server has of it.
    const until = this.now() + limit_ms + LATE_MS;
    while (this.talk?.is_busy === true && this.now() < until) await advance(TURN_MS);
  }

  /** One thing that they do. */
  async act(): Promise<void> {
    const { desk } = this;
    const { dice } = this.weather;
    if (desk === undefined) {
      const { app } = this.phone;
      const isOut = app?.core.session.staff.state === 'signed_out' && !app.life.is_suspended;
      if (isOut && dice.chance(0.5)) await this.signIn();
      return;
    }
    const roll = dice.next();
    if (roll < 0.1) await desk.tasks.show();
    else if (roll < 0.12) await this.beRefused();
    else if (roll < 0.45) await this.changeTask(desk, dice);
    else if (roll < 0.65) await this.writeNote(desk, dice);
    else if (roll < 0.73) await this.removeNote(desk, dice);
    else if (roll < 0.97) await this.converse(desk, dice);
    else if (roll < 0.975) await this.signOut();
    else await desk.notes.own.reload();
  }

  /** Abandons and pins tasks that the store's system has just finished: the server refuses that. */
  async beRefused(): Promise<void> {
    const { desk } = this;
    const [one, other] = desk?.tasks.groups.open ?? [];
    if (desk === undefined || one === undefined || other === undefined) return;
    this.server.complete(one.id);
    this.server.complete(other.id);
    void desk.tasks.setPinned(other, true);
    await this.abandon(desk, one);
  }

  private async abandon(desk: Desk, task: TaskNamed): Promise<void> {
    const reason = `原因${(this.words += 1)}`;
    this.reasons.push(reason);
    await desk.tasks.abandon(task, reason);
  }

  private async changeTask(desk: Desk, dice: Dice): Promise<void> {
    const { pinned, open, gone } = desk.tasks.groups;
    const [task] = [...pinned, ...open.slice(0, 6), ...gone.slice(0, 3)].slice(dice.below(10));
    if (task === undefined) return;
    if (task.status === 'abandoned') return void (await desk.tasks.restore(task));
    if (dice.chance(0.3)) return this.abandon(desk, task);
    void desk.tasks.setPinned(task, !task.is_pinned);
    // And takes it back at once, before the server has answered.
    if (dice.chance(0.3)) await desk.tasks.setPinned(task, task.is_pinned);
  }

  private async writeNote(desk: Desk, dice: Dice): Promise<void> {
    const waiting = this.notes.find(({ fate }) => fate === 'open');
    if (waiting !== undefined) return this.saveAgain(desk);
    const task = desk.tasks.all[dice.below(12)];
    if (task === undefined) return;
    const target: NoteTarget = { target_type: 'task', target_id: task.id };
    const content = `备注${(this.words += 1)}`;
    desk.notes.drafts.change(target, { content });
    const note: NoteWritten = {
      target,
      content,
      fate: 'open',
      not_before: 0,
      removed: false,
      kept: false,
      is_old: false,
    };
    this.notes.push(note);
    await this.save(desk, note);
  }

  /** Taps on 保存 again, where the text is still in the sheet and what was sent must have arrived. */
  async saveAgain(desk: Desk): Promise<void> {
    for (const note of this.notes) {
      if (note.fate !== 'open' || this.now() < note.not_before) continue;
      // An app that was started anew and could not write down what it sent does not know of it: its author looks first.
      if (note.is_old && !note.kept && !(await this.hasReread(desk))) return;
      // Whoever sees the note among the own ones does not save its text once more.
      if (desk.notes.own.loaded?.list.some(({ content }) => content === note.content) === true) {
        note.fate = 'saved';
        continue;
      }
      if (desk.notes.drafts.of(note.target).content === note.content) await this.save(desk, note);
    }
  }

  private async hasReread(desk: Desk): Promise<boolean> {
    const { own } = desk.notes;
    await own.reload();
    return this.desk === desk && own.refreshing.state === 'idle';
  }

  private async save(desk: Desk, note: NoteWritten): Promise<void> {
    note.not_before = Infinity;
    const saving = desk.notes.save(note.target);
    if (this.desk === desk) note.kept ||= desk.notes.drafts.isKept(note.target);
    if (await saving) note.fate = 'saved';
    else note.not_before = this.now() + LATE_MS;
  }

  /** Call it after each step: what was under way when the app died or the sign-in ended is over. */
  look(desk: Desk | undefined): void {
    if (this.talk?.is_busy === true) this.busy_at = this.now();
    if (desk === this.seen) return;
    this.seen = desk;
    this.talk = undefined;
    for (const note of this.notes) {
      note.is_old = true;
      if (note.fate === 'open' && note.not_before === Infinity) note.not_before = this.now() + LATE_MS;
    }
  }

  private async removeNote(desk: Desk, dice: Dice): Promise<void> {
    const { removals, own } = desk.notes;
    if (own.loaded === null) return own.reload();
    const ours = desk.notes.present(own.loaded.list).filter(({ content }) => content.startsWith('备注'));
    const note = ours[dice.below(Math.max(1, ours.length))];
    const written = this.notes.find(({ content }) => content === note?.content);
    if (note === undefined || written === undefined) return;
    // An earlier removal may have been carried out though the phone shows the note again.
    const { removed } = written;
    removals.remove(note.id);
    written.removed = true;
    if (!dice.chance(0.3) || removals.of(note.id)?.state !== 'undoable') return;
    removals.undo(note.id);
    written.removed = removed;
  }

  private async converse(desk: Desk, dice: Dice): Promise<void> {
    this.talk ??= desk.talks.find({ chat_id: null, about: null });
    const { talk } = this;
    if (talk.is_busy) return dice.chance(0.3) ? talk.stop() : undefined;
    const state = talk.last?.answer.ending.state;
    const isLate = this.now() - this.busy_at > LATE_MS;
    if (state !== undefined && state !== 'whole' && dice.chance(0.6)) {
      if (!isLate) return;
      this.busy_at = this.now();
      return talk.resume();
    }
    if (dice.chance(0.1)) this.talk = desk.talks.find({ chat_id: null, about: null });
    if (dice.chance(0.15)) {
      this.server.breakStream();
      this.weather.count('stream broken');
    }
    const question = `问题${(this.words += 1)}：这个月做了多少小时？`;
    this.questions.push(question);
    this.busy_at = this.now();
    this.talk.ask(question);
  }
}
