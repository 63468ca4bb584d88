// `wx` itself. A member that the preview has not is not there, as in a base library of before; it is told of, for a developer.
import type { HostPorts } from '../ports/host';
import { KNOWN_NAMES } from './known-names';
import type { ApiTable } from './table';

/** What is provided, saying once of each stand-in that it is one; undefined for the rest. */
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
