// The program itself: started anew, its packages fetched beforehand, and what only Skyline draws.
import type { HostPorts } from '../../ports/host';
import { optional, required } from '../check';
import { ApiFailure } from '../failure';
import type { ApiTable } from '../table';

export function addProgram(table: ApiTable, { config, app }: HostPorts): void {
  table.async('restartMiniProgram', (options) => {
    const { path } = required(options, { path: 'String' });
    history.replaceState(null, '', `#/${path.replace(/^\//, '')}`);
    location.reload();
  });
  table.async('preDownloadSubpackage', async (options) => {
    const { packageName, packageType = 'normal' } = optional(options, {
      packageName: 'String',
      packageType: 'String',
    });
    const found = config.packages.find(({ root, name }) => name === packageName || root === packageName);
    if (packageType !== 'normal' || !found) throw new ApiFailure('package not found');
    await config.fetchPackage(found.root);
  });
  const builders = new Map<string, unknown>();
  table.value('router', {
    addRouteBuilder: (type: string, builder: unknown) => void builders.set(type, builder),
    removeRouteBuilder: (type: string) => void builders.delete(type),
    getRouteContext: () => undefined,
  });
  table.standIn('pages move by Skyline alone, which the preview has not', ['router']);
  table.async('exitMiniProgram', () => app.background());
}
