// The three boards: which one shows, and what each is narrowed to. Observable (MobX).
import { makeAutoObservable, observable, runInAction } from 'mobx-miniprogram';
import * as v from 'valibot';
import type { ApiBoardCoachItem, ApiProject } from '../../../../../typings/xcx/boards';
import type { ApiSkillType } from '../../../../../typings/xcx/config';
import { statusOf } from '../../../../api/errors';
import type { Failure } from '../../../../api/errors';
import { settled } from '../../../../api/settled';
import { keyFor } from '../../../../platform/storage-key';
import type { StorageArea } from '../../../../platform/storage-types';
import type { BoardsApi } from '../../api/boards';
import type { ConfigApi } from '../../api/config';
import type { BusinessDay } from '../business-day';
import {
  allSkills,
  boardNamed,
  chipsOf,
  defaultFilter,
  filterFrom,
  queryOf,
  withKnownSkill,
} from './filters';
import type { BoardName, Filter, Filters } from './filters';
import { Readings } from './readings';
import type { BoardRights } from './rights';

/** What was read stands so long without being read again by itself, ms. */
const FRESH_MS = 60_000;
/** Of one reading: what is put back once is not refused for ever. */
const MOST_TRIES = 3;

const keptKey = keyFor(
  'boards.filters',
  'kept',
  v.object({ board: v.string(), filters: v.record(v.string(), v.record(v.string(), v.string())) }),
);

export interface BoardsOwner {
  api: BoardsApi;
  config: Pick<ConfigApi, 'skillTypes'>;
  area: Pick<StorageArea, 'read' | 'write'>;
  /** The server's. */
  clock: { now(): number };
  day: BusinessDay;
  rights: BoardRights;
}

const skillOf = (filter: Filter): string => filter['skill'] ?? filter['project'] ?? '';

export class Boards {
  board: BoardName;
  filters: Filters;
  /** CONFIG-1; null until it is known. */
  skills: readonly ApiSkillType[] | null = null;
  /** What the server did not accept; empty where there is nothing to say. */
  reset_text = '';
  readonly readings: Readings;
  private readonly accepted: Partial<Record<BoardName, Filter>> = {};
  private skills_asked: Promise<void> | null = null;
  /** Counts the readings: an older one does nothing more. */
  private turn = 0;

  constructor(readonly owner: BoardsOwner) {
    const { area, rights, api, clock } = owner;
    const kept = area.read(keptKey);
    const filter = (board: BoardName): Filter => filterFrom(board, kept?.filters[board] ?? {});
    this.filters = {
      ...{ coaches: filter('coaches'), customers: filter('customers'), finance: filter('finance') },
    };
    const board = boardNamed(kept?.board) ?? 'coaches';
    // One that is not offered any more is not what the app opens with.
    this.board = rights.offered('coaches').some(({ name }) => name === board) ? board : 'coaches';
    makeAutoObservable<this, 'accepted' | 'skills_asked' | 'turn'>(
      this,
      {
        ...{ owner: false, readings: false, accepted: false, skills_asked: false, turn: false },
        ...{ filters: observable.ref, skills: observable.ref },
      },
      { autoBind: true },
    );
    this.readings = new Readings(
      api,
      clock,
      () => this.filters,
      (chosen) => this.onWire(chosen),
    );
  }

  get filter(): Filter {
    return this.filters[this.board];
  }

  /** Why what is chosen could not be read. */
  get failure(): Failure | null {
    return this.readings.failure(this.board);
  }

  get is_refused(): boolean {
    return statusOf(this.failure) === 403;
  }

  /** When what shows was read, epoch ms by the server's clock; null where nothing of it was. */
  get read_at(): number | null {
    return this.readings.readAt(this.board);
  }

  /** A coach as the board told of them; null where it did not. */
  coach(id: string): ApiBoardCoachItem | null {
    return this.readings.coaches.now?.value.find((coach) => coach.id === id) ?? null;
  }

  /** As an address has it. */
  get query(): Record<string, string> {
    return queryOf(this.board, this.filter);
  }

  /** From a link: its board, with what it is narrowed to. One that names no board says nothing. */
  open(query: Readonly<Record<string, string | undefined>>): void {
    const board = boardNamed(query['board']);
    if (board === null) return;
    this.board = board;
    this.put(board, filterFrom(board, query));
  }

  choose(board: BoardName): Promise<void> {
    this.board = board;
    this.put(board, this.filter);
    return this.look();
  }

  /** @param change the filters that are another now, by their names */
  set(change: Filter): Promise<void> {
    this.put(this.board, { ...this.filter, ...change });
    const { coaches, order } = this.readings;
    // Another order of the same coaches is there already.
    const is_order = Object.keys(change).join() === 'sort';
    return is_order && coaches.now !== null && order !== null ? Promise.resolve() : this.look();
  }

  /** The page is seen: what is not fresh is read behind what shows. */
  look(): Promise<void> {
    const { read_at, failure } = this;
    const { clock, day } = this.owner;
    void day.look();
    void this.readSkills();
    const is_fresh = read_at !== null && failure === null && clock.now() - read_at < FRESH_MS;
    return is_fresh ? Promise.resolve() : this.read();
  }

  /** Reads what is chosen; what the server does not accept is put back, said, and read again. */
  async read(): Promise<void> {
    this.turn += 1;
    const { turn } = this;
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      await this.checkSkill();
      if (turn !== this.turn) return;
      const { board, filter } = this;
      const all = allSkills(this.skills);
      const status = statusOf(await this.readings.ask(board));
      if (turn !== this.turn) return;
      if (status === 403) this.owner.rights.learn(board, false);
      else if (this.failure === null) {
        this.owner.rights.learn(board, true);
        this.accepted[board] = filter;
      }
      if (![400, 422].includes(status)) return;
      await this.readSkills();
      if (turn !== this.turn || !this.reset(board, filter, all)) return;
    }
  }

  // ---- as a page of a list asks for it

  get adding() {
    return this.readings.customers.adding;
  }

  refresh(): Promise<void> {
    return this.read();
  }

  reload(): Promise<void> {
    return this.read();
  }

  loadMore(): Promise<void> {
    return this.board === 'customers' ? this.readings.customers.loadMore() : Promise.resolve();
  }

  /** One reading serves all; what failed is asked for again by whoever needs it next. */
  readSkills(): Promise<void> {
    if (this.skills !== null) return Promise.resolve();
    this.skills_asked ??= settled(this.owner.config.skillTypes()).then((read) =>
      runInAction(() => {
        this.skills_asked = null;
        if (read.ok) this.skills = read.value;
      }),
    );
    return this.skills_asked;
  }

  private onWire(filter: Filter): ApiProject {
    const skill = skillOf(filter);
    return (skill === '' ? allSkills(this.skills) : skill) as ApiProject;
  }

  private put(board: BoardName, filter: Filter): void {
    this.filters = { ...this.filters, [board]: filter };
    this.reset_text = '';
    this.owner.area.write(keptKey, { board: this.board, filters: this.filters });
    this.readings.point();
  }

  /** A skill that the store does not have is never asked for: links and shelves may name one. */
  private async checkSkill(): Promise<void> {
    const { board, filter } = this;
    if (skillOf(filter) === '') return;
    await this.readSkills();
    // Where the store's skills cannot be read, the server says what it thinks of this one.
    if (this.skills === null) return;
    const known = withKnownSkill(board, filter, this.skills);
    if (this.filters[board] === filter && known !== filter) runInAction(() => this.put(board, known));
  }

  /**
   * Takes back what was chosen since the server last accepted the board.
   * @param all how all skills were called in what it did not accept
   * @returns whether there is something else to ask for now
   */
  private reset(board: BoardName, refused: Filter, all: string): boolean {
    const plain = defaultFilter(board);
    const accepted = this.accepted[board] ?? plain;
    const put_back = Object.keys(refused).filter(
      (name) => refused[name] !== accepted[name] && refused[name] !== plain[name],
    );
    if (put_back.length === 0) return skillOf(refused) === '' && all !== allSkills(this.skills);
    const said = chipsOf(board, refused, this.skills).filter(({ name }) => put_back.includes(name));
    const back = Object.fromEntries(put_back.map((name) => [name, plain[name] ?? '']));
    this.put(board, { ...refused, ...back });
    this.reset_text = `门店的系统不支持“${said.map(({ text }) => text).join('、')}”，已换回默认`;
    return true;
  }
}
