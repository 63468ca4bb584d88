// wx.onX / wx.offX for everything the core announces.
import type { AppEvents } from '../../events-port';
import type { HostPorts } from '../../ports';
import type { Signal } from '../signal';
import type { ApiTable } from '../table';

type Single = {
  [Name in keyof AppEvents]: AppEvents[Name] extends [unknown?] ? Name : never;
}[keyof AppEvents];

/** One argument or none: these become a signal each. `true`: WeChat keeps one listener. */
const EVENTS: Readonly<Record<Exclude<Single, 'NeedPrivacyAuthorization'>, boolean>> = {
  AppShow: false,
  AppHide: false,
  Error: false,
  UnhandledRejection: false,
  PageNotFound: false,
  LazyLoadError: false,
  ThemeChange: false,
  NetworkStatusChange: false,
  NetworkWeakChange: false,
  WindowResize: false,
  KeyboardHeightChange: false,
  UserCaptureScreen: true,
  ScreenRecordingStateChanged: false,
  MemoryWarning: false,
  AudioInterruptionBegin: false,
  AudioInterruptionEnd: false,
};

export function addAppEvents(table: ApiTable, ports: HostPorts): void {
  for (const [name, single] of Object.entries(EVENTS)) {
    const signal: Signal<unknown> = table.event(name, single);
    ports.events.subscribe(name as Single, (...args: unknown[]) => signal.emit(args[0]));
  }
}
