// What the socket's policy knows, hears and orders. Times are ms by the clock that is handed in.
import type { Spread } from './delays';
import type { RefusalCode } from './refusals';

/** The one socket. A generation is the number of an attempt: reports of any other generation are ignored. */
export type Link =
  /** No socket; the next attempt is due at `until`, once it may be made. `renewed`: with a token made for it. */
  | { state: 'resting'; until: number; renewed: boolean }
  | { state: 'opening'; generation: number; session: number; deadline: number; renewed: boolean }
  | { state: 'open'; generation: number; session: number; quiet_at: number; probe: Probe | undefined }
  /** Until the wire is really gone, or `deadline`: handshaking and closing sockets count among WeChat's five. */
  | { state: 'closing'; generation: number; deadline: number; next: Next }
  /** The gate is asked for another token. */
  | { state: 'renewing'; generation: number; session: number; deadline: number; renewed: boolean };

/** `at_once`: without an answer reconnect at once, for then the phone's network is to blame and not the server. */
export interface Probe {
  deadline: number;
  at_once: boolean;
}

/** What follows a close. */
export type Next =
  | { type: 'rest'; until: number }
  | { type: 'renew'; session: number; code: RefusalCode; renewed: boolean };

export interface PolicyState {
  started: boolean;
  /** Differs for each sign-in; nothing when signed out. */
  session: number | undefined;
  /** When the app went to the background; nothing while it is in front. */
  hidden_at: number | undefined;
  network: { connected: boolean; type: string };
  /** The last one given out. */
  generation: number;
  opened_at: number;
  /** Attempts that failed in a row. */
  failures: number;
  /** When the server last ended a connection without saying why. */
  dismissed_at: number;
  /** The spread in which to try again, from the loss of an open connection until there is one again. */
  crowd: Spread | undefined;
  /** The server asked not to be tried before then; nothing shortens this. */
  not_before: number;
  /** Since when there should be a connection and is none. */
  missing_since: number | undefined;
  link: Link;
}

export type PolicyEvent =
  | { type: 'start' | 'stop' | 'shown' | 'hidden' | 'tick' }
  | { type: 'session'; session: number | undefined }
  | { type: 'network'; connected: boolean; network_type: string }
  /** The server accepted the token. */
  | { type: 'opened'; generation: number }
  /** Any packet. */
  | { type: 'heard'; generation: number }
  /** The server will not have this token. */
  | { type: 'refused'; generation: number; code: RefusalCode }
  /** `connection_rejected`: the server is full. */
  | { type: 'rejected'; generation: number }
  /** The server ended this one connection, and did not say why. */
  | { type: 'dismissed'; generation: number }
  /** The attempt failed or the connection broke; its wire may still be closing. */
  | { type: 'ended'; generation: number }
  /** The wire is gone. */
  | { type: 'closed'; generation: number }
  /** The gate has another token. */
  | { type: 'renewed'; generation: number }
  /** The gate has none (no network, or the sign-in is over; then `session` says so). */
  | { type: 'not_renewed'; generation: number };

export type PolicyCommand =
  | { type: 'open'; generation: number }
  | { type: 'close'; generation: number }
  /** Make the server say something. */
  | { type: 'probe'; generation: number }
  | { type: 'renew'; generation: number; code: RefusalCode };

/** Before anything is known: in front, with a network, nobody signed in. */
export const INITIAL: PolicyState = {
  started: false,
  session: undefined,
  hidden_at: undefined,
  network: { connected: true, type: 'unknown' },
  generation: 0,
  opened_at: -Infinity,
  failures: 0,
  dismissed_at: -Infinity,
  crowd: undefined,
  not_before: -Infinity,
  missing_since: undefined,
  link: { state: 'resting', until: -Infinity, renewed: false },
};
