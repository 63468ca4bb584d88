// Builds `wx` out of its domains.
import { isBuiltin } from '../builtins/define';
import { isNotice } from '../builtins/notices';
import { isOpenType } from '../builtins/open-types';
import type { CreateWx, HostPorts } from '../ports/host';
import { attachPanel } from '../shell/panel/panel';
import { addAccount } from './account/api';
import { addAppEvents } from './app/events';
import { addRouting } from './app/routing';
import { addDevice } from './device/api';
import { addFiles } from './files/manager';
import { packageReader } from './files/package-file';
import { withMissing } from './known';
import { addMedia } from './media/api';
import { Connections } from './network/connections';
import { addDownload, addUpload } from './network/files';
import { addRequest, configuredTimeout } from './network/request';
import { addSockets } from './network/socket';
import { addSharing } from './share';
import { stateOf, type ApiState } from './state';
import { addStorage } from './storage/api';
import { canIUse } from './system/can-i-use';
import { addServices } from './system/services';
import { addSystemInfo, TextSize } from './system/info';
import { ApiTable } from './table';
import { inspectApi } from './inspect';
import { addBars } from './ui/bars';
import { addInteraction } from './ui/interaction';
import { addView } from './ui/view';

export { prepareApi } from './state';

function addNetwork(table: ApiTable, ports: HostPorts, state: ApiState): void {
  const connections = new Connections(ports);
  addRequest(table, ports, state.net, connections);
  addUpload(table, ports, state, connections);
  addDownload(table, ports, state, connections);
  addSockets(table, ports, state.net, configuredTimeout(ports, 'connectSocket'));
}

export const createWx: CreateWx = (ports) => {
  const state = stateOf(ports);
  const table = new ApiTable();
  const textSize = new TextSize();
  addRouting(table, ports);
  addAppEvents(table, ports);
  addInteraction(table, ports, state.sources);
  addBars(table, ports);
  addView(table, ports, state.sources);
  addSystemInfo(table, ports, textSize);
  addServices(table, ports);
  addStorage(table, state.store);
  addFiles(
    table,
    state.disk,
    packageReader((path) => ports.resources.url(path)),
  );
  addNetwork(table, ports, state);
  addMedia(table, ports, state);
  addDevice(table, ports, state);
  addAccount(table, ports, state);
  addSharing(table);
  const { members } = table;
  table.sync('canIUse', (schema: unknown) =>
    canIUse(schema, {
      hasApi: (name) => name in members,
      hasComponent: (name) => isBuiltin(name) && !isNotice(name),
      hasOpenType: isOpenType,
    }),
  );
  ports.provideStorageDump(() =>
    Object.fromEntries(state.store.info().keys.map((key) => [key, state.store.get(key)])),
  );
  ports.provideInspection(inspectApi(ports, state));
  attachPanel(ports, state, textSize);
  return withMissing(members, ports);
};
