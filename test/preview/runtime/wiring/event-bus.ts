// The bus behind `wx.onX` / `wx.offX`.
import type { Args, EventPort, Listener } from '../ports/events';

/** @param onFault gets what a listener throws */
export function createEventBus<Events>(onFault: (error: unknown, name: string) => void): EventPort<Events> {
  const listeners = new Map<keyof Events, Set<unknown>>();
  return {
    subscribe(name, listener) {
      const known = listeners.get(name) ?? new Set<unknown>();
      listeners.set(name, known.add(listener));
      return () => void known.delete(listener);
    },
    notify<Name extends keyof Events>(name: Name, ...args: Args<Events, Name>) {
      for (const listener of [...(listeners.get(name) ?? [])]) {
        try {
          (listener as Listener<Events, Name>)(...args);
        } catch (error) {
          onFault(error, String(name));
        }
      }
    },
    count: (name) => listeners.get(name)?.size ?? 0,
  };
}
