// The table `wx` is made of: each domain adds its functions; callbacks, promises and errMsg are handled here once.
import { isCallable, isRecord, type Options } from './check';
import { describeFailure, failureError } from './failure';
import { callSafely, Signal } from './signal';

export type Result = Readonly<Record<string, unknown>>;
/** @param more what follows the options: some take the component that they are about */
type Handler = (options: Options, ...more: unknown[]) => Result | void | Promise<Result | void>;

interface Callbacks {
  success: unknown;
  fail: unknown;
  complete: unknown;
}

/** Call an optional callback of the program. */
export function callBack(callback: unknown, value: unknown): void {
  if (isCallable(callback)) callSafely(() => void callback(value));
}

function hasCallback(options: Options): boolean {
  const { success, fail, complete } = options as Partial<Callbacks>;
  return [success, fail, complete].some((callback) => typeof callback === 'function');
}

/**
 * Deliver an outcome in WeChat's way: callbacks when there is one, else a promise.
 * @param run resolves with the fields beside `errMsg`
 */
export function deliver(
  name: string,
  options: Options,
  run: () => Promise<Result | void>,
): Promise<Result> | undefined {
  const outcome = run().then(
    (result): Result => ({ errMsg: `${name}:ok`, ...result }),
    (thrown: unknown) => Promise.reject(describeFailure(name, thrown)),
  );
  if (!hasCallback(options)) return outcome;
  outcome.then(
    (result) => {
      callBack(options['success'], result);
      callBack(options['complete'], result);
    },
    (failure: unknown) => {
      callBack(options['fail'], failure);
      callBack(options['complete'], failure);
    },
  );
  return undefined;
}

/** Collects the members of `wx`. */
export class ApiTable {
  readonly members: Record<string, unknown> = {};
  /** For each stand-in, by name, what happens instead of the real thing. */
  readonly standIns = new Map<string, string>();

  /** An asynchronous API: `wx.name(options)` with callbacks or a promise. */
  async(name: string, handler: Handler): void {
    this.members[name] = (given?: unknown, ...more: unknown[]) => {
      const options = isRecord(given) ? given : {};
      return deliver(name, options, async () => handler(options, ...more));
    };
  }

  /** A synchronous API; what it throws carries WeChat's errMsg. */
  sync<A extends readonly unknown[], R>(name: string, run: (...args: A) => R): void {
    this.members[name] = (...args: A): R => {
      try {
        return run(...args);
      } catch (thrown) {
        throw failureError(name, thrown);
      }
    };
  }

  /** Any other member: an object, or a function that answers for itself. */
  value(name: string, member: unknown): void {
    this.members[name] = member;
  }

  /** These members only stand in for what a phone does. @param words what happens instead, said at the first use of each */
  standIn(words: string, names: readonly string[]): void {
    for (const name of names) {
      if (!(name in this.members)) throw new Error(`wx.${name} is not there`);
      this.standIns.set(name, words);
    }
  }

  /** `wx.onName` and `wx.offName`. */
  event<T>(name: string, single = false): Signal<T> {
    const signal = new Signal<T>(single);
    this.members[`on${name}`] = signal.on;
    this.members[`off${name}`] = signal.off;
    return signal;
  }
}
