// How an API says no: the reason that follows "name:fail " in errMsg, with whatever else WeChat puts beside it.

/** Fields that accompany `errMsg` in a failure, such as `errno` or `errCode`. */
export type FailureExtra = Readonly<Record<string, unknown>>;

/** Thrown by a handler; the caller sees `errMsg: "<name>:fail <reason>"`. */
export class ApiFailure extends Error {
  constructor(
    readonly reason: string,
    readonly extra: FailureExtra = {},
  ) {
    super(reason);
    this.name = 'ApiFailure';
  }
}

/** What a program receives in `fail` or as the rejection of the promise. */
export interface FailureResult extends FailureExtra {
  readonly errMsg: string;
}

/**
 * Describe anything thrown by a handler the way WeChat would.
 * @param name API name without the `wx.`
 */
export function describeFailure(name: string, thrown: unknown): FailureResult {
  if (thrown instanceof ApiFailure) {
    const text = thrown.reason === '' ? `${name}:fail` : `${name}:fail ${thrown.reason}`;
    return { ...thrown.extra, errMsg: text };
  }
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return { errMsg: `${name}:fail ${reason}` };
}

/** The same failure for a synchronous API, which throws. */
export function failureError(name: string, thrown: unknown): Error {
  const described = describeFailure(name, thrown);
  return Object.assign(new Error(described.errMsg), described);
}
