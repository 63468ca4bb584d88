// What the server says to a phone by itself, read from its sockets.
import type { Device } from '../../preview/playwright';

export interface Heard {
  /** Names of the events so far, in order. */
  events: string[];
}

/** Listens to sockets opened from now on. */
export function hear(device: Device): Heard {
  const events: string[] = [];
  device.page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => {
      const [, name] = /^42\["(\w+)"/.exec(String(payload)) ?? [];
      if (name !== undefined) events.push(name);
    });
  });
  return { events };
}
