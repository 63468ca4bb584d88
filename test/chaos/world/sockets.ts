// The backend's live connections without a network: pushes reach them late, twice, not at all, or a dead end.
import { parseJson } from '../../../miniprogram/api/json';
import type { Connection, ConnectionHandlers } from '../../../miniprogram/packages/member/realtime/transport';
import { writeJson } from '../../backend/http/json';
import type { ChatPort } from '../../backend/v4/chat/port';
import { ApiError } from '../../backend/v4/errors';
import { pushesFor } from '../../backend/v4/realtime/pushes';
import type { Line } from './backend';
import type { Logins } from './logins';
import type { WorldTime } from './time';
import type { Weather } from './weather';

const PING_MS = 25_000;

interface Wire {
  user_id: number;
  line: Line;
  handlers: ConnectionHandlers;
  /** `half`: nothing gets through, and nobody says so. */
  state: 'open' | 'half' | 'gone';
}

export class Sockets {
  private wires: Wire[] = [];
  private readonly off: () => void;

  constructor(
    chat: ChatPort,
    private readonly logins: Logins,
    private readonly time: WorldTime,
    private readonly weather: Weather,
  ) {
    this.off = chat.chatEvents.add((event) => {
      for (const { audience, event: name, payload } of pushesFor(chat, event)) {
        if (audience.to !== 'customer') continue;
        const text = writeJson(payload);
        for (const wire of this.wires) if (wire.user_id === audience.user_id) this.push(wire, name, text);
      }
    });
  }

  dispose(): void {
    this.off();
    this.wires = [];
  }

  connect(line: Line, handlers: ConnectionHandlers, isUp: () => boolean): Connection {
    const wire: Wire = { user_id: 0, line, handlers, state: 'open' };
    const { dice } = this.weather;
    this.soon(wire, () => {
      if (!isUp() || !line.isReachable()) return this.refuse(wire, 'websocket error');
      handlers.token().then(
        (token) => this.soon(wire, () => this.admit(wire, token)),
        () => this.refuse(wire, 'no token'),
      );
    });
    return {
      probe: () => this.soon(wire, () => this.tell(wire, () => handlers.onHeard())),
      close: () => {
        const was = wire.state;
        this.drop(wire);
        if (was !== 'gone')
          this.time.after(dice.between(5, 100), () => line.deliver(() => handlers.onClosed()));
      },
    };
  }

  cutAll(): void {
    for (const wire of [...this.wires]) this.cut(wire);
  }

  /** Looks open from both ends; nothing passes. */
  halfOpen(): boolean {
    const wire = this.wires.find(({ state }) => state === 'open');
    if (wire !== undefined) wire.state = 'half';
    return wire !== undefined;
  }

  /** The person's sign-in ended: said, then cut. */
  replaced(user_id: number, reason: string): void {
    for (const wire of this.wires.filter((one) => one.user_id === user_id)) {
      this.tell(wire, () => wire.handlers.onEvent('session_replaced', { reason, message: '' }));
      this.cut(wire);
    }
  }

  private admit(wire: Wire, token: string): void {
    try {
      wire.user_id = this.logins.require(token);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const words = error.code === 'TOKEN_EXPIRED' ? 'invalid token' : error.code.toLowerCase();
      return this.refuse(wire, `Authentication failed: ${words}`);
    }
    this.wires.push(wire);
    this.tell(wire, () => wire.handlers.onOpened());
    this.beat(wire);
  }

  private beat(wire: Wire): void {
    this.time.after(PING_MS, () => {
      if (!this.wires.includes(wire)) return;
      this.tell(wire, () => wire.handlers.onHeard());
      this.beat(wire);
    });
  }

  private push(wire: Wire, name: string, text: string): void {
    const { dice } = this.weather;
    const fate = this.weather.push();
    if (fate === 'push dropped') return;
    const send = () => this.tell(wire, () => wire.handlers.onEvent(name, parseJson(text)));
    const late_ms = fate === 'push delayed' ? dice.between(500, 8_000) : dice.between(10, 60);
    this.time.after(late_ms, send);
    if (fate === 'push duplicated') this.time.after(late_ms + dice.between(1, 3_000), send);
  }

  private tell(wire: Wire, run: () => void): void {
    if (wire.state === 'open' && wire.line.isReachable()) wire.line.deliver(run);
  }

  private soon(wire: Wire, run: () => void): void {
    this.time.after(this.weather.dice.between(10, 80), () => wire.line.deliver(run));
  }

  private refuse(wire: Wire, message: string): void {
    wire.line.deliver(() => {
      wire.handlers.onFailed(message);
      this.drop(wire);
      wire.handlers.onClosed();
    });
  }

  private cut(wire: Wire): void {
    this.drop(wire);
    wire.line.deliver(() => {
      wire.handlers.onLost();
      wire.handlers.onClosed();
    });
  }

  private drop(wire: Wire): void {
    wire.state = 'gone';
    this.wires = this.wires.filter((other) => other !== wire);
  }
}
