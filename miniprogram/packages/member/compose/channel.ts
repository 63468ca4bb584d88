// The app's one socket, built on first use so that the start loads none of it; nothing connects before `start()`.
import { readEvent } from '../api/events';
import type { ServerEvent } from '../api/events';
import { isYetToCome, timeless } from '../api/false-times';
import { createChannel } from '../realtime/channel';
import type { Decoded } from '../realtime/channel';
import { connect } from '../realtime/transport';
import { oncePerCore } from '../../../compose/once';

/** The customer's channel: pushes of V4 §2.3, decoded; follows the sign-in, the app's visibility and the network. */
export const useChannel = oncePerCore(({ config, network, platform, session, v4 }) => {
  const { clock, timers, random, lifecycle, socket } = platform;
  const tokens = session.tokens('customer');
  return createChannel({
    clock,
    timers,
    random,
    lifecycle,
    network,
    gate: v4.gate,
    // The state is what MobX watches; the number tells one sign-in from the next.
    session: () => (session.customer.state === 'signed_in' ? tokens.read()?.session : undefined),
    connect: (handlers) =>
      connect({ socket, origin: config.v4_origin, timeout_ms: config.timeouts.socket_connect_ms }, handlers),
    decode: (name, payload) => withTrueTime(readEvent(name, payload), v4.clock),
  });
});

/** A push that says it was written in time to come was stamped by a clock that is wrong. */
function withTrueTime(
  decoded: Decoded<ServerEvent>,
  clock: { now(): number; readonly confirmed: boolean },
): Decoded<ServerEvent> {
  if (!decoded.ok || decoded.event.event !== 'new_message' || !clock.confirmed) return decoded;
  const { event } = decoded;
  if (!isYetToCome(event.message.created_at, clock.now())) return decoded;
  return { ok: true, event: { ...event, message: timeless(event.message) } };
}
