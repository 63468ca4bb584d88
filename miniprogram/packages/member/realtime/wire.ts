// Engine.IO's WebSocket transport over the phone's socket port: one wire, opened and closed once.
import { Transport } from 'engine.io-client';
import type { TransportCtor } from 'engine.io-client';
import { encodePacket } from 'engine.io-parser';
import type { Packet } from 'engine.io-parser';
import type { SocketConnection, SocketPort } from '../../../platform/ports';

/** WeChat says 1006 where nobody closed. */
const NORMAL = 1000;

export interface WireParts {
  socket: SocketPort;
  /** For the handshake. */
  timeout_ms: number;
  /** Told once, when the wire is gone, whoever ended it. */
  onGone(): void;
}

/** The transport class for one Socket.IO client; the client makes one instance of it. */
export function wireTransport({ socket, timeout_ms, onGone }: WireParts): TransportCtor {
  return class WxTransport extends Transport {
    private connection: SocketConnection | undefined;

    override get name(): string {
      return 'websocket';
    }

    protected override doOpen(): void {
      const uri = this.createUri(this.opts.secure === true ? 'wss' : 'ws', this.query);
      const handlers = {
        onOpen: () => this.onOpen(),
        onMessage: (frame: string | ArrayBuffer) => this.onData(frame),
        onError: (message: string) => void this.onError('websocket error', message),
        onClose: (code: number, reason: string) => {
          this.onClose({ description: `websocket closed: ${code}`, context: reason });
          onGone();
        },
      };
      this.connection = socket.connect(uri, handlers, timeout_ms);
    }

    protected override doClose(): void {
      this.connection?.close(NORMAL, '');
    }

    protected override write(packets: Packet[]): void {
      this.writable = false;
      for (const packet of packets) {
        encodePacket(packet, this.supportsBinary, (frame: string | ArrayBuffer) => this.put(frame));
      }
      // The client clears its buffer after `write` returned, so the room for more is told later.
      void Promise.resolve().then(() => {
        this.writable = true;
        this.emitReserved('drain');
      });
    }

    private put(frame: string | ArrayBuffer): void {
      this.connection?.send(frame).catch((error: unknown) => {
        if (this.readyState === 'open') this.onError('websocket error', error);
      });
    }
  };
}
