// Runs in the browser before the host does: counts what the program asks of `wx`.

/** By name of the API. */
export type Calls = Map<string, number>;

type Host = (typeof __preview)['host'];
type Method = (...given: unknown[]) => unknown;

/** Replaces members of `wx` by ones that count, then do the same. */
function countIn(wx: Record<string, unknown>, calls: Calls): void {
  for (const name of calls.keys()) {
    const method = wx[name] as Method;
    wx[name] = (...given: unknown[]) => {
      calls.set(name, (calls.get(name) ?? 0) + 1);
      return method(...given);
    };
  }
}

/** Calls `then` with what is assigned to `object[name]`, before anybody can use it. */
function onAssigned<T extends object, K extends keyof T & string>(
  object: T,
  name: K,
  then: (value: T[K]) => void,
): void {
  let present = object[name];
  Object.defineProperty(object, name, {
    configurable: true,
    enumerable: true,
    get: () => present,
    set(value: T[K]) {
      present = value;
      then(value);
    },
  });
}

/** @param names of the APIs to count; the counts are kept up to date */
export function countCalls(names: readonly string[]): Calls {
  const calls: Calls = new Map(names.map((name) => [name, 0]));
  const counted = new WeakSet();
  const watchScope = (host: Host): void => {
    const { scope } = host;
    host.scope = () => {
      const given = scope();
      const wx = given.wx as Record<string, unknown> | undefined;
      if (wx !== undefined && !counted.has(wx)) {
        counted.add(wx);
        countIn(wx, calls);
      }
      return given;
    };
  };
  onAssigned(globalThis as { __preview: typeof __preview }, '__preview', (preview) =>
    onAssigned(preview, 'host', watchScope),
  );
  return calls;
}
