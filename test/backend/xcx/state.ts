// What the dev panel can set for the staff backend: quirks of the real system, planned failures, maintenance.
import type { ApiBoardFinanceMetric } from '../../../typings/xcx/boards';
import type { Profile } from '../profile';

/**
 * How `/chat/stream` behaves: `absent` and `not_allowed` answer 404 and 405, `broken` sends an error in mid-stream,
 * `cut` loses the connection there, `held` sends everything at its end, as through a proxy that buffers.
 */
export type StreamMode = 'on' | 'absent' | 'not_allowed' | 'broken' | 'cut' | 'slow' | 'held';

/**
 * Which of its words the deployed system uses. `march`: those of its first public months (old kinds of tasks, lists as
 * `list` and `tasks`, `avatar`, other skills). `may`: the newest.
 */
export type XcxRevision = 'march' | 'may';

/** Ways in which the real system differs from the published types; the decoders accept them. */
export interface Quirks {
  /** Ids are numbers instead of strings. */
  ids_as_numbers: boolean;
  /** Bodies are the bare data. */
  unwrapped: boolean;
  /** Times are `YYYY-MM-DD HH:mm:ss`, Beijing, without a zone. */
  plain_times: boolean;
  /** BOARD-1 is a page instead of a list. */
  coach_board_page: boolean;
  /** BOARD-3 is `{metrics}` instead of a list. */
  finance_metrics: boolean;
  /** This panel of BOARD-3 is null (inside `{metrics}` too). */
  null_panel: ApiBoardFinanceMetric['key'] | null;
  stream: StreamMode;
  /** Between two pieces of a streamed answer, ms. */
  stream_pace_ms: number;
  /** How a stream is written: named events, or bare frames with a `type`. By the profile when null. */
  stream_form: 'events' | 'typed' | null;
  /** What the assistant answers, whatever it was asked; from the books when null. */
  answer: string | null;
  /** Deployed: the words it uses. */
  revision: XcxRevision;
  /** Deployed: the sign-in and `/me` keep snake_case names. */
  snake_account: boolean;
  /** Every refusal is `{detail: "…"}`, as the real system wrote them before it had an envelope. */
  bare_refusals: boolean;
  /** What a sign-in and `/me` say in place of the review status, as a status that nobody knows yet. */
  user_status: string | null;
  /** Deployed: the results of the AI ran out, and what shows them is empty. */
  ai_expired: boolean;
  /** Deployed: these parts of a detail, or panels of BOARD-3, could not be read: each is empty or null. */
  failed_modules: readonly string[];
  /** These are not there (404): `METHOD /path` as in the route table, below `/api/xcx`. */
  absent: readonly string[];
  /** Deployed: the day on which the store's books stand, `YYYY-MM-DD`; today when null. */
  business_date: string | null;
}

export interface PlannedFailure {
  count: number;
  status: number;
  message: string;
  /** Of the path, `/api/xcx/…`. */
  prefix: string;
}

const PLAIN: Readonly<Quirks> = {
  ids_as_numbers: false,
  unwrapped: false,
  plain_times: false,
  coach_board_page: false,
  finance_metrics: false,
  null_panel: null,
  stream: 'on',
  stream_pace_ms: 25,
  stream_form: null,
  answer: null,
  revision: 'may',
  snake_account: false,
  bare_refusals: false,
  user_status: null,
  ai_expired: false,
  failed_modules: [],
  absent: [],
  business_date: null,
};

export class XcxState {
  /** How it speaks; may change while running. */
  profile: Profile;
  quirks: Quirks = { ...PLAIN };
  /** The message of the 503 that answers every call, or null. */
  maintenance: string | null = null;
  /** Codes of `wx.login` are good once. */
  readonly usedCodes = new Set<string>();
  private failures: PlannedFailure[] = [];

  constructor(profile: Profile = 'documented') {
    this.profile = profile;
  }

  get isDeployed(): boolean {
    return this.profile === 'deployed';
  }

  /** Deployed, in its oldest words. */
  get isMarch(): boolean {
    return this.isDeployed && this.quirks.revision === 'march';
  }

  fail(failure: PlannedFailure): void {
    this.failures.push(failure);
  }

  /** Takes one planned failure for this path, or undefined. */
  takeFailure(path: string): PlannedFailure | undefined {
    const found = this.failures.find(({ count, prefix }) => count > 0 && path.startsWith(prefix));
    if (found !== undefined) found.count -= 1;
    return found;
  }

  /** Without quirks and weather; the profile stays. */
  clear(): void {
    this.quirks = { ...PLAIN };
    this.maintenance = null;
    this.failures = [];
    this.usedCodes.clear();
  }
}
