// What code of the logic layer finds of the browser: nothing.
Page({
  data: {
    types: {
      window: typeof window,
      document: typeof document,
      localStorage: typeof localStorage,
      fetch: typeof fetch,
      process: typeof process,
      intl: typeof Intl,
      throughGlobal: typeof (globalThis as { document?: unknown }).document,
      map: typeof (globalThis as { Map?: unknown }).Map,
      wx: typeof wx,
    },
  },
  later() {
    return new Promise<string>((resolve) => setTimeout(() => resolve('later'), 0));
  },
  fail() {
    throw new Error('thrown in a handler');
  },
});
