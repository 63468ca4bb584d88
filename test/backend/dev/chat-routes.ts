// The dev panel's hand on the sockets and the chat.
import type { FastifyRequest } from 'fastify';
import { field, numberField, textField } from '../http/input';
import type { DevControls } from './controls';
import { bigIdIn, onIn } from './input';

type Handle = (request: FastifyRequest) => unknown;

/** POST routes by their path below `/dev`. */
export function chatControls(dev: DevControls): Record<string, Handle> {
  const { sockets, script } = dev;
  return {
    'sockets/drop': ({ body }) => ({ dropped: sockets.drop(field(body, 'frame') !== false) }),
    'sockets/silence': () => ({ silenced: sockets.silence() }),
    'sockets/refuse': ({ body }) => {
      sockets.refuses = onIn(body);
    },
    'sockets/full': ({ body }) => {
      sockets.isFull = onIn(body);
    },
    'sockets/restart': ({ body }) => sockets.restart(numberField(body, 'ms')),
    'sockets/pushes': ({ body }) => {
      sockets.pushes = {
        delayMs: numberField(body, 'delay_ms') ?? 0,
        duplicate: isTrue(field(body, 'duplicate')),
        reorder: isTrue(field(body, 'reorder')),
      };
    },
    'chat/close': ({ body }) => dev.closeChat(bigIdIn(body, 'session_id'), textField(body, 'reason')),
    'chat/next-id': ({ body }) => dev.nextMessageId(bigIdIn(body, 'id')),
    'chat/wait': ({ body }) => dev.waitWithoutAgent(numberField(body, 'ms') ?? 3000),
    'chat/script': ({ body }) => script.turn(onIn(body)),
  };
}

/** A box of a form says `on`. */
const isTrue = (value: unknown): boolean => value === true || value === 'on';
