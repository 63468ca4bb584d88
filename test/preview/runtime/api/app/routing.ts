// wx.navigateTo and its family.
import type { HostPorts, NavigationPort } from '../../ports/host';
import { isCallable, isRecord, optional, required, type Options } from '../check';
import type { ApiTable, Result } from '../table';

type Listeners = Record<string, (...args: unknown[]) => void>;

function listenersOf(events: unknown): Listeners {
  const found: Listeners = {};
  if (!isRecord(events)) return found;
  for (const [name, listener] of Object.entries(events))
    if (isCallable(listener)) found[name] = (...args) => void listener(...args);
  return found;
}

const SIMPLE: readonly (keyof NavigationPort & ('redirectTo' | 'switchTab' | 'reLaunch'))[] = [
  'redirectTo',
  'switchTab',
  'reLaunch',
];

/** These are also the methods of `this.pageRouter`. */
export function addRouting(table: ApiTable, { navigation }: HostPorts): void {
  table.async('navigateTo', async (options: Options): Promise<Result> => {
    const { url } = required(options, { url: 'String' });
    const { eventChannel } = await navigation.navigateTo(url, { events: listenersOf(options['events']) });
    return { eventChannel };
  });
  for (const name of SIMPLE)
    table.async(name, (options) => navigation[name](required(options, { url: 'String' }).url));
  table.async('navigateBack', (options) =>
    navigation.navigateBack(optional(options, { delta: 'Number' }).delta ?? 1),
  );
}
