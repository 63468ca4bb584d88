// `this.router` and `this.pageRouter`: the navigation APIs with URLs relative to a component or page, not to the top page.
import type { NavigationPort } from './ports';
import { isBag, isFunction, type Bag } from './registration/definition';

const NAMES = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack'] as const;

/** @param from code path that relative URLs start at */
export function createRouter(
  navigation: NavigationPort,
  from: string,
): Record<(typeof NAMES)[number], (options: Bag) => unknown> {
  const run = (name: (typeof NAMES)[number], options: Bag): Promise<unknown> => {
    if (name === 'navigateBack') return navigation.navigateBack(Number(options['delta'] ?? 1));
    const events = isBag(options['events'])
      ? (options['events'] as Record<string, (...args: unknown[]) => void>)
      : {};
    return navigation[name](String(options['url'] ?? ''), { from, events });
  };
  const api =
    (name: (typeof NAMES)[number]) =>
    (options: Bag = {}) => {
      const outcome = run(name, options).then(
        (result) => ({ errMsg: `${name}:ok`, ...(isBag(result) ? result : {}) }),
        (error: unknown) =>
          Promise.reject({
            errMsg: `${name}:fail ${error instanceof Error ? error.message : String(error)}`,
          }),
      );
      const { success, fail, complete } = options;
      if (![success, fail, complete].some(isFunction)) return outcome;
      void outcome.then(
        (result) => [success, complete].filter(isFunction).forEach((callback) => callback(result)),
        (failure: unknown) => [fail, complete].filter(isFunction).forEach((callback) => callback(failure)),
      );
      return undefined;
    };
  return {
    navigateTo: api('navigateTo'),
    redirectTo: api('redirectTo'),
    switchTab: api('switchTab'),
    reLaunch: api('reLaunch'),
    navigateBack: api('navigateBack'),
  };
}
