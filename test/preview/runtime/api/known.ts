// `wx` itself. A member that the preview lacks is undefined, as in an older base library, and the developer is told.
import type { HostPorts } from '../ports/host';
import { KNOWN_NAMES } from './known-names';
import type { ApiTable } from './table';

/** Returns members of `wx`, and warns at the first use of one that is only a stand-in; undefined for unknown ones. */
export function asWx({ members, standIns }: ApiTable, ports: HostPorts): Record<string, unknown> {
  const known = new Set(KNOWN_NAMES);
  const absent = (name: string): undefined => {
    ports.report.unknown('api', name);
    if ('__preview' in globalThis && !__preview.unknownApis.includes(name)) __preview.unknownApis.push(name);
    return undefined;
  };
  return new Proxy(members, {
    get(target, name) {
      if (typeof name !== 'string') return undefined;
      if (!(name in target)) return known.has(name) ? absent(name) : undefined;
      const words = standIns.get(name);
      if (words !== undefined) ports.report.standIn(`wx.${name}`, words);
      return target[name];
    },
  });
}
