// The backend as a run sees it: in this process under virtual time, or behind real sockets.
import type { Connection, ConnectionHandlers } from '../../../miniprogram/packages/member/realtime/transport';
import type { Profile } from '../../backend/profile';
import type { ChatPort } from '../../backend/v4/chat/port';
import type { Answered, Asked } from './wire';
import type { Counter } from './counter/counter';
import type { StaffServer } from './staff/server';
import type { WorldTime } from './time';

/** The phone's end of the line. */
export interface Line {
  /** Runs it unless the phone's app is gone; in the background when it wakes up. */
  deliver(run: () => void): void;
  isReachable(): boolean;
}

export interface WorldBackend {
  readonly time: WorldTime;
  readonly profile: Profile;
  readonly chat: ChatPort;
  /** So much longer than the world's time allows a handshake may take on a busy machine, s of the world. */
  readonly late_s?: number;
  /** Where staff work in this run. */
  readonly staff?: StaffServer | undefined;
  /** Where customers redeem in this run. */
  readonly counter?: Counter | undefined;
  /** `undefined` when nobody is there to answer. */
  ask(asked: Asked, done: (answer: Answered | undefined) => void): void;
  connect(line: Line, handlers: ConnectionHandlers): Connection;
  cutAll(): void;
  /** Looks open from both ends; nothing passes. False when there is no connection. */
  halfOpen(): boolean;
  /** Everything that is open breaks, and nobody is there for `ms`; what is stored stays. */
  restart(ms: number): void;
  /** Every access token made so far is worth a refresh. */
  expireTokens(): void;
  endSignIns(user_id: number, code: 'SESSION_REPLACED' | 'SESSION_EXPIRED'): void;
  dispose(): Promise<void>;
}
