// A `wx` that records what it is asked and answers what a test says. Installed on the global while a file's tests run.

type Options = Record<string, unknown> & {
  success?: (result: unknown) => void;
  fail?: (error: { errMsg: string }) => void;
  complete?: (result: unknown) => void;
};

export interface Asked {
  api: string;
  options: Options;
  succeed(result?: unknown): void;
  fail(errMsg: string): void;
}

export function installFakeWx() {
  const asked: Asked[] = [];
  const listeners = new Map<string, ((event: unknown) => void)[]>();
  const calls: [string, ...unknown[]][] = [];
  /** What synchronous calls answer. */
  const sync: Record<string, unknown> = {
    getAccountInfoSync: { miniProgram: { envVersion: 'develop' } },
    getAppBaseInfo: { SDKVersion: '3.9.0' },
    getDeviceInfo: { platform: 'ios' },
  };

  function task(): object {
    return new Proxy(
      {},
      {
        get: (_target, name: string | symbol) =>
          typeof name === 'symbol'
            ? undefined
            : name.startsWith('on')
              ? (listener: (event: unknown) => void) => void listen(name, listener)
              : (...args: unknown[]) => {
                  calls.push([name, ...args]);
                  const options = args[0] as Options | undefined;
                  if (options?.success !== undefined) asked.push(askedOf(name, options));
                },
      },
    );
  }

  function listen(name: string, listener: (event: unknown) => void): void {
    listeners.set(name, [...(listeners.get(name) ?? []), listener]);
  }

  function askedOf(api: string, options: Options): Asked {
    return {
      api,
      options,
      succeed(result = {}) {
        options.success?.(result);
        options.complete?.(result);
      },
      fail(errMsg) {
        options.fail?.({ errMsg });
        options.complete?.({ errMsg });
      },
    };
  }

  const fake = new Proxy(
    {},
    {
      get(_target, name: string | symbol) {
        // Jest looks at globals by symbol.
        if (typeof name === 'symbol') return undefined;
        if (name in sync) return () => sync[name];
        if (name === 'canIUse') return () => true;
        if (name === 'getFileSystemManager') return () => task();
        if (name.startsWith('on')) return (listener: (event: unknown) => void) => listen(name, listener);
        return (options: Options = {}) => {
          calls.push([name, options]);
          asked.push(askedOf(name, options));
          return task();
        };
      },
    },
  );

  beforeEach(() => {
    Reflect.set(globalThis, 'wx', fake);
    asked.length = 0;
    calls.length = 0;
    listeners.clear();
  });
  afterAll(() => Reflect.deleteProperty(globalThis, 'wx'));

  return {
    asked,
    calls,
    sync,
    /** The latest call of that API. */
    last(api: string): Asked {
      const found = asked.filter((one) => one.api === api).pop();
      if (found === undefined) throw new Error(`${api} was not called`);
      return found;
    },
    emit: (name: string, event?: unknown) => listeners.get(name)?.forEach((listener) => listener(event)),
    listening: (name: string) => listeners.get(name)?.length ?? 0,
  };
}
