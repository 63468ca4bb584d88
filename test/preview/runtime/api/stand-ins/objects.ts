// Objects that WeChat creates whatever the phone can do. Their calls fail later: by callback, by promise, and by
// `onError`.
import { isRecord } from '../check';
import { ApiFailure, describeFailure } from '../failure';
import { Signal } from '../signal';
import { callBack, deliver, type ApiTable } from '../table';

export interface ObjectKind {
  /** Its methods; those that give a promise end in `~`. */
  methods: string;
  /** Its other properties. */
  properties?: Readonly<Record<string, unknown>>;
  /** The reason of the failure, in WeChat's words. */
  reason: string;
  errCode?: number;
  /** It tries something by itself when it is made. */
  tries?: boolean;
}

const never = (): void => undefined;

/** Every `onX` has its own listeners; `on(name, …)` shares them. */
class Listeners {
  private readonly signals = new Map<string, Signal<unknown>>();

  of(name: string): Signal<unknown> {
    const known = this.signals.get(name) ?? new Signal<unknown>();
    this.signals.set(name, known);
    return known;
  }
}

type Member = (...args: unknown[]) => unknown;

/** Makes one. @param name of the API that makes it, as errMsg begins */
export function failingObject(name: string, kind: ObjectKind): Record<string, unknown> {
  const listeners = new Listeners();
  const failure = new ApiFailure(kind.reason, kind.errCode === undefined ? {} : { errCode: kind.errCode });
  const tellError = (api: string): void =>
    void setTimeout(() => listeners.of('error').emit(describeFailure(api, failure)), 0);
  const failing =
    (api: string, promises: boolean): Member =>
    (...args) => {
      const options = args.find(isRecord) ?? {};
      const refused = (): Promise<never> => Promise.reject(failure);
      tellError(api);
      if (promises) return deliver(api, options, refused);
      setTimeout(() => {
        callBack(options['fail'], describeFailure(api, failure));
        callBack(options['complete'], describeFailure(api, failure));
      }, 0);
      return undefined;
    };
  const memberOf = (method: string, promises: boolean): Member => {
    if (method === 'on' || method === 'off')
      return (event, listener) => listeners.of(String(event))[method](listener as never);
    const [, way, event] = /^(on|off)([A-Z]\w*)$/.exec(method) ?? [];
    if (way === 'on' || way === 'off') {
      const signal = listeners.of((event ?? '').toLowerCase());
      return (listener) => signal[way](listener as never);
    }
    return method === 'destroy' ? never : failing(`${name}.${method}`, promises);
  };
  const made: Record<string, unknown> = { ...kind.properties };
  for (const word of kind.methods.split(' ')) {
    const method = word.replace('~', '');
    made[method] = memberOf(method, word.endsWith('~'));
  }
  if (kind.tries) tellError(name);
  return made;
}

/** Adds APIs that make such objects. */
export function addFailingObjects(table: ApiTable, kinds: Readonly<Record<string, ObjectKind>>): void {
  for (const [name, kind] of Object.entries(kinds)) {
    const made = (): unknown => failingObject(name, kind);
    table.sync(name, made);
    table.standIn(`an object whose calls fail: ${kind.reason}`, [name]);
  }
}
