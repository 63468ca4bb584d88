// A connection over a wire that a test holds the other end of.
import { connect } from '../../../../miniprogram/packages/member/realtime/transport';
import type { ConnectionHandlers } from '../../../../miniprogram/packages/member/realtime/transport';
import type { SocketHandlers } from '../../../../miniprogram/platform/ports';
import { settle } from '../../../support/fake-time';

/** Frames of Engine.IO 4 and Socket.IO 5. */
export const HANDSHAKE =
  '0{"sid":"a","upgrades":[],"pingInterval":25000,"pingTimeout":20000,"maxPayload":100000}';
export const ACCEPTED = '40{"sid":"b"}';
export const MESSAGE = '42["new_message",{"chat_message_id":"1"}]';
export const REFUSED = '44{"message":"Authentication failed: session_replaced"}';

/** One connection over a wire that the test holds the other end of. */
export function wired(token: () => Promise<string> = () => Promise.resolve('token 1')) {
  const heard: string[] = [];
  const sent: string[] = [];
  const closes: number[] = [];
  let refusal: Error | undefined;
  let wire: SocketHandlers | undefined;
  const handlers: ConnectionHandlers = {
    token,
    onOpened: () => heard.push('opened'),
    onFailed: () => heard.push('failed'),
    onLost: () => heard.push('lost'),
    onEvent: (name) => heard.push(name),
    onHeard: () => heard.push('heard'),
    onClosed: () => heard.push('closed'),
  };
  const socket = {
    connect: (_url: string, given: SocketHandlers) => {
      wire = given;
      const send = async (frame: string | ArrayBuffer): Promise<void> => {
        if (refusal !== undefined) throw refusal;
        sent.push(typeof frame === 'string' ? frame : '');
      };
      return { send, close: () => void closes.push(1) };
    },
  };
  const connection = connect({ socket, origin: 'http://127.0.0.1:1', timeout_ms: 5_000 }, handlers);
  const hear = async (...frames: string[]): Promise<void> => {
    for (const frame of frames) wire?.onMessage(frame);
    await settle();
  };
  return {
    ...{ connection, heard, sent, hear, closes },
    async open(): Promise<void> {
      await settle();
      wire?.onOpen();
      await hear(HANDSHAKE, ACCEPTED);
    },
    /** From now on nothing can be sent. */
    refuse(): void {
      refusal = new Error('sendSocketMessage:fail');
    },
    async gone(): Promise<void> {
      wire?.onClose(1006, '');
      await settle();
    },
  };
}
