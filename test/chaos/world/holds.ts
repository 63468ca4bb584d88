// What one start of the app holds on to: its listeners and timers, counted so that none is forgotten.
import type { ChannelPort } from '../../../miniprogram/packages/member/stores/chat/parts';
import type { Off } from '../../../miniprogram/platform/ports';

export class Holds {
  private readonly counts = new Map<string, number>();

  /** @returns `off`, which from now on is counted (once, however often it is called) */
  held(what: string, off: Off): Off {
    let isHeld = true;
    this.add(what, 1);
    return () => {
      if (isHeld) this.add(what, -1);
      isHeld = false;
      off();
    };
  }

  /** A source of events whose listeners are counted. */
  counting<Given extends unknown[]>(what: string, add: (...given: Given) => Off): (...given: Given) => Off {
    return (...given) => this.held(what, add(...given));
  }

  /** The channel as the chat sees it. */
  channel(channel: ChannelPort): ChannelPort {
    return {
      get connection() {
        return channel.connection;
      },
      on: (name, listener) => this.held(`channel ${name}`, channel.on(name, listener)),
      onConnected: this.counting('channel connected', (listener) => channel.onConnected(listener)),
      onUnreadable: this.counting('channel unreadable', (listener) => channel.onUnreadable(listener)),
    };
  }

  /** How many of each are held now; kinds of which none is held are missing. */
  now(): ReadonlyMap<string, number> {
    return new Map([...this.counts].filter(([, count]) => count !== 0));
  }

  private add(what: string, count: number): void {
    this.counts.set(what, (this.counts.get(what) ?? 0) + count);
  }
}
