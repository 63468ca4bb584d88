// What the dev panel can set for the staff backend: quirks of the real system, planned failures, maintenance.
import type { ApiBoardFinanceMetric } from '../../../typings/xcx/boards';

/**
 * How `/chat/stream` behaves: `absent` and `not_allowed` answer 404 and 405, `broken` sends an error in mid-stream,
 * `cut` loses the connection there.
 */
export type StreamMode = 'on' | 'absent' | 'not_allowed' | 'broken' | 'cut' | 'slow';

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
};

export class XcxState {
  quirks: Quirks = { ...PLAIN };
  /** The message of the 503 that answers every call, or null. */
  maintenance: string | null = null;
  /** Codes of `wx.login` are good once. */
  readonly usedCodes = new Set<string>();
  private failures: PlannedFailure[] = [];

  fail(failure: PlannedFailure): void {
    this.failures.push(failure);
  }

  /** Takes one planned failure for this path, or undefined. */
  takeFailure(path: string): PlannedFailure | undefined {
    const found = this.failures.find(({ count, prefix }) => count > 0 && path.startsWith(prefix));
    if (found !== undefined) found.count -= 1;
    return found;
  }

  /** Back to the published contract, without weather. */
  clear(): void {
    this.quirks = { ...PLAIN };
    this.maintenance = null;
    this.failures = [];
    this.usedCodes.clear();
  }
}
