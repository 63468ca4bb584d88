// wx.onX / wx.offX for everything the core announces.
import type { AppEvents } from '../../ports/events';
import type { HostPorts } from '../../ports/host';
import type { Signal } from '../signal';
import type { ApiTable } from '../table';

type Single = {
  [Name in keyof AppEvents]: AppEvents[Name] extends [unknown?] ? Name : never;
}[keyof AppEvents];

/** Events with at most one argument: each becomes a signal. `true`: WeChat keeps one listener. */
const EVENTS: Readonly<Record<Exclude<Single, 'NeedPrivacyAuthorization'>, boolean>> = {
  AppShow: false,
  AppHide: false,
  Error: false,
  UnhandledRejection: false,
  PageNotFound: false,
  BeforeAppRoute: false,
  AppRoute: false,
  AppRouteDone: false,
  BeforePageLoad: false,
  AfterPageLoad: false,
  BeforePageUnload: false,
  AfterPageUnload: false,
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

/** Its listener comes with an optional time in ms, which counts for all. */
function takeTimeout(table: ApiTable, signal: Signal<unknown>, { app }: HostPorts): void {
  table.value('onLazyLoadError', (listener: (result: unknown) => void, timeoutMs?: unknown) => {
    if (typeof timeoutMs === 'number') app.setLazyLoadTimeout(timeoutMs);
    signal.on(listener);
  });
}

export function addAppEvents(table: ApiTable, ports: HostPorts): void {
  for (const [name, single] of Object.entries(EVENTS)) {
    const signal: Signal<unknown> = table.event(name, single);
    ports.events.subscribe(name as Single, (...args: unknown[]) => signal.emit(args[0]));
    if (name === 'LazyLoadError') takeTimeout(table, signal, ports);
  }
}
