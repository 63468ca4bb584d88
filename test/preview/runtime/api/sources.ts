// From what a program writes into `src` to a URL the browser can load.
import type { HostPorts } from '../ports/host';
import type { Disk } from './files/disk';

export class Sources {
  constructor(
    private readonly ports: HostPorts,
    private readonly disk: Disk,
    private readonly throughServer: (url: string) => string,
  ) {}

  /** @param from code path of the template it stands in, for relative paths */
  url(source: string, from?: string): string {
    if (source.startsWith('wxfile:')) return this.disk.urlOf(source) ?? source;
    return this.throughServer(this.ports.resources.url(source, from));
  }
}
