// Who is signed in: both identities, their tokens, and the shelf that holds what belongs to each.
import type { SendCodeReply, User } from '../../typings/v4/auth';
import type { ApiUserInfo } from '../../typings/xcx/auth';
import type { SignedOutReason } from '../api/errors';
import type { TokenPort, Tokens } from '../api/gate';
import type { Off } from '../platform/ports';
import type { StorageArea } from '../platform/storage-types';

export type Identity = 'customer' | 'staff';

/** `reason` is absent where nobody ever signed in. */
export type IdentityState<Person> =
  { state: 'signed_out'; reason?: SignedOutReason } | { state: 'signed_in'; user: Person };

/** Observable (MobX). */
export interface SessionStore {
  readonly customer: IdentityState<User>;
  readonly staff: IdentityState<ApiUserInfo>;
  /** V4 `POST /auth/send-code`. `mobile`: 11 digits. */
  requestCode(mobile: string): Promise<SendCodeReply>;
  /** V4 `POST /auth/login`. Rejects with `ApiError`; nothing changes then. */
  signIn(mobile: string, verification_code: string): Promise<{ is_new_user: boolean }>;
  /** Takes a staff sign-in that `api/xcx` made. */
  adoptStaff(tokens: Tokens, user: ApiUserInfo): void;
  /** The staff member as AUTH-3 now describes them (review status). */
  updateStaff(user: ApiUserInfo): void;
  /** Tells the server, best effort, then wipes everything of that identity. Never rejects. */
  signOut(identity: Identity): Promise<void>;
  /** When a sign-in ends, by the person (`left`) or by the server. The data of that identity is already gone. */
  onSignedOut(listener: (identity: Identity, reason: SignedOutReason) => void): Off;
  /** The signed-in person's shelf (caches, drafts, outbox, codes); `undefined` when signed out. */
  area(identity: Identity): StorageArea | undefined;
  /** For the gates. */
  tokens(identity: Identity): TokenPort;
}
