// `this.router` and `this.pageRouter`: the navigation APIs with URLs relative to a component or page, not to the top page.
import type { NavigationPort } from '../ports/host';
import { isBag, isFunction, type Bag } from '../registration/definition';

type Name = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch' | 'navigateBack';

/** @param from code path that relative URLs start at */
export function createRouter(
  navigation: NavigationPort,
  from: string,
): Record<Name, (options: Bag) => unknown> {
  const run = (name: Name, options: Bag): Promise<unknown> => {
    if (name === 'navigateBack') return navigation.navigateBack(Number(options['delta'] ?? 1));
    const events = isBag(options['events'])
      ? (options['events'] as Record<string, (...args: unknown[]) => void>)
      : {};
    return navigation[name](typeof options['url'] === 'string' ? options['url'] : '', { from, events });
  };
  const api =
    (name: Name) =>
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
