// Builds `wx` out of its domains.
import { isBuiltin } from '../builtins/define';
import { isNotice } from '../builtins/notices';
import { isOpenType } from '../builtins/open-types';
import type { CreateWx, HostPorts } from '../ports/host';
import { attachPanel } from '../shell/panel/panel';
import { addAccount } from './account/api';
import { addAppEvents } from './app/events';
import { addProgram } from './app/program';
import { addRouting } from './app/routing';
import { addCanvas } from './canvas/api';
import { addDevice } from './device/api';
import { addFiles } from './files/manager';
import { packageReader } from './files/package-file';
import { asWx } from './known';
import { addMedia } from './media/api';
import { Connections } from './network/connections';
import { addDownload, addUpload } from './network/files';
import { addRequest, configuredTimeout } from './network/request';
import { addSockets } from './network/socket';
import { addRandom } from './system/random';
import { addCloud } from './cloud';
import { addLocation } from './location/api';
import { addAudio } from './sound/audio';
import { addRecorder } from './sound/recorder';
import { addAnswered } from './stand-ins/answered';
import { addAsked } from './stand-ins/asked';
import { OBJECT_KINDS } from './stand-ins/object-kinds';
import { addFailingObjects } from './stand-ins/objects';
import { addRefused } from './stand-ins/refused';
import { addSilentEvents } from './stand-ins/silent-events';
import { addSharing } from './share';
import { stateOf, type ApiState } from './state';
import { addStorage } from './storage/api';
import { canIUse } from './system/can-i-use';
import { addServices } from './system/services';
import { addSystemInfo } from './system/info';
import { ApiTable } from './table';
import { inspectApi } from './inspect';
import { addBars } from './ui/bars';
import { addInteraction } from './ui/interaction';
import { addView } from './ui/view';

export { prepareApi } from './state';

/** What only stands in for a phone and for WeChat around the program. */
function addStandIns(table: ApiTable, ports: HostPorts, state: ApiState): void {
  addLocation(table, ports, state);
  addAudio(table, state);
  addRecorder(table, ports, state);
  addCloud(table);
  addAsked(table, ports);
  addRefused(table);
  addAnswered(table);
  addFailingObjects(table, OBJECT_KINDS);
}

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
  const { textSize } = state;
  addRouting(table, ports);
  addAppEvents(table, ports);
  addInteraction(table, ports, state.sources);
  addBars(table, ports);
  addView(table, ports, state.sources);
  addSystemInfo(table, ports, textSize);
  addServices(table, ports);
  addRandom(table);
  addProgram(table, ports);
  addStorage(table, state.store);
  addFiles(
    table,
    state.disk,
    packageReader((path) => ports.resources.url(path)),
  );
  addNetwork(table, ports, state);
  addMedia(table, ports, state);
  addCanvas(table, ports, state);
  addDevice(table, ports, state);
  addAccount(table, ports, state);
  addSharing(table);
  addStandIns(table, ports, state);
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
  const fire = addSilentEvents(table);
  ports.provideInspection(inspectApi({ ports, state, table, fire }));
  attachPanel(ports, state);
  return asWx(table, ports);
};
