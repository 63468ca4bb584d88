// Update manager, performance, logs, network type, reporting: they answer truthfully, though little happens in them.
import type { HostPorts } from '../../ports/host';
import { Signal } from '../signal';
import type { ApiTable } from '../table';
import { fromBase64, toBase64 } from '../files/bytes';

function updateManager(): Record<string, unknown> {
  const check = new Signal<{ hasUpdate: boolean }>();
  // A page load is always the newest version.
  setTimeout(() => check.emit({ hasUpdate: false }), 0);
  return {
    onCheckForUpdate: check.on,
    onUpdateReady: new Signal().on,
    onUpdateFailed: new Signal().on,
    applyUpdate: () => undefined,
  };
}

function logManager(): Record<string, unknown> {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (...words: unknown[]) =>
      console[level]('[log]', ...words);
  return {
    debug: write('debug'),
    log: write('info'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    setFilterMsg: () => undefined,
    addFilterMsg: () => undefined,
    in: () => undefined,
    getCurrentState: () => ({ size: 0, maxSize: 5 * 1024 * 1024, logCount: 0, maxLogCount: 200 }),
    tag: logManager,
  };
}

function performanceApi(): Record<string, unknown> {
  return {
    timeOrigin: performance.timeOrigin,
    now: () => performance.now(),
    mark: (name: string) => performance.mark(name),
    getEntries: () => [],
    getEntriesByName: () => [],
    getEntriesByType: () => [],
    setBufferSize: () => undefined,
    createObserver: () => ({
      observe: () => undefined,
      disconnect: () => undefined,
      supportedEntryTypes: [],
    }),
  };
}

export function addServices(table: ApiTable, { device }: HostPorts): void {
  table.sync('getUpdateManager', updateManager);
  table.sync('getPerformance', performanceApi);
  table.sync('getLogManager', logManager);
  table.sync('getRealtimeLogManager', logManager);
  for (const name of ['reportEvent', 'reportAnalytics', 'reportMonitor', 'reportPerformance'])
    table.sync(name, () => undefined);
  table.async('getNetworkType', () => {
    const networkType = device.network();
    return { networkType, hasSystemProxy: false, signalStrength: networkType === 'none' ? 0 : 100 };
  });
  table.sync('arrayBufferToBase64', (buffer: ArrayBuffer) => toBase64(new Uint8Array(buffer)));
  table.sync('base64ToArrayBuffer', (text: string) => fromBase64(text).buffer);
  table.async('setEnableDebug', () => undefined);
  const reports = ['reportEvent', 'reportAnalytics', 'reportMonitor', 'reportPerformance'];
  table.standIn('it goes into the console', ['getLogManager', 'getRealtimeLogManager']);
  table.standIn('nobody hears it', [...reports, 'setEnableDebug']);
  table.standIn('it has times and marks, and no entries', ['getPerformance']);
}
