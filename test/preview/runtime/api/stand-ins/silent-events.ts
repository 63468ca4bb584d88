// Events that never happen in the preview: listeners are kept, and a test may call them by `__host.fire`.
import type { Signal } from '../signal';
import type { ApiTable } from '../table';

const NAMES =
  'ApiCategoryChange BLECharacteristicValueChange BLEConnectionStateChange BLEMTUChange ' +
  'BLEPeripheralConnectionStateChanged BatteryInfoChange BeaconServiceChange BeaconUpdate ' +
  'BluetoothAdapterStateChange BluetoothDeviceFound EmbeddedMiniProgramHeightChange GeneratePoster GetWifiList ' +
  'HCEMessage KeyDown KeyUp LocalServiceDiscoveryStop LocalServiceFound LocalServiceLost LocalServiceResolveFail ' +
  'MenuButtonBoundingClientRectWeightChange ParallelStateChange UserOffTranslation UserTriggerTranslation ' +
  'VoIPChatInterrupted VoIPChatMembersChanged VoIPChatSpeakersChanged VoIPChatStateChanged VoIPVideoMembersChanged ' +
  'WifiConnected WifiConnectedWithPartialInfo WindowStateChange BackgroundFetchData';

/** @returns fires one of them */
export function addSilentEvents(table: ApiTable): (name: string, value: unknown) => void {
  const signals = new Map<string, Signal<unknown>>();
  const events = NAMES.split(' ');
  for (const name of events) signals.set(name, table.event(name));
  // WeChat has no `off` for this one.
  delete table.members['offBackgroundFetchData'];
  const members = events
    .flatMap((name) => [`on${name}`, `off${name}`])
    .filter((name) => name in table.members);
  table.standIn('it does not happen in the preview', members);
  return (name, value) => {
    const signal = signals.get(name);
    if (!signal) throw new Error(`no event ${name}`);
    signal.emit(value);
  };
}
