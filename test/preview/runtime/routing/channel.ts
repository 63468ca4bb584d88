// EventChannel between the opener of a page and the page. Each end hears what the other emits.
import type { EventChannel } from '../ports/host';

type ChannelListener = (...args: unknown[]) => void;

class End implements EventChannel {
  private readonly listeners = new Map<string, ChannelListener[]>();
  peer: End | null = null;

  on(name: string, listener: ChannelListener): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }

  once(name: string, listener: ChannelListener): void {
    const first: ChannelListener = (...args) => {
      this.off(name, first);
      listener(...args);
    };
    this.on(name, first);
  }

  off(name: string, listener?: ChannelListener): void {
    if (!listener) this.listeners.delete(name);
    else
      this.listeners.set(
        name,
        (this.listeners.get(name) ?? []).filter((known) => known !== listener),
      );
  }

  emit(name: string, ...args: unknown[]): void {
    for (const listener of this.peer?.listeners.get(name) ?? []) listener(...args);
  }
}

/** @returns the opener's end and the opened page's end */
export function createChannel(): { opener: EventChannel; opened: EventChannel } {
  const opener = new End();
  const opened = new End();
  opener.peer = opened;
  opened.peer = opener;
  return { opener, opened };
}
