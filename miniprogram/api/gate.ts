// The one gate for a backend's tokens: who needs a token asks here, and one refresh serves all who wait.
import type { SignedOutReason } from './errors';
import type { Failure } from './errors';

export interface Tokens {
  access_token: string;
  /** As the body gave it. */
  refresh_token?: string;
  /** As `Set-Cookie: refresh_token` gave it (the February revision knows only this). */
  refresh_cookie?: string;
}

/** What a gate needs from the session store; it knows no store. */
export interface TokenPort {
  /** `session` differs for each sign-in, so a request of one person is never replayed as another. */
  read(): { tokens: Tokens; session: number } | undefined;
  replace(tokens: Tokens): void;
  /** Refused for good: sign out, say why. */
  clear(reason: SignedOutReason): void;
}

/** A token in use, and the sign-in it belongs to. */
export interface Pass {
  access_token: string;
  session: number;
}

export interface Gate {
  /** A pass fit to send, refreshed first when its `exp` is near. Rejects with `ApiError`. */
  pass(): Promise<Pass>;
  /**
   * After a refusal of `used`: a newer pass to replay the request with, once. Rejects with `signed_out` when the
   * refusal is final, with the refresh's own failure (network, timeout, 5xx) when nothing is decided.
   */
  renew(used: Pass, refusal: Failure): Promise<Pass>;
  /** Whether the sign-in that `pass` belongs to is still the present one. */
  holds(pass: Pass): boolean;
}
