// The one gate for a backend's tokens: who needs a token asks here, and one refresh serves all who wait
// (requests, uploads, the socket). It must never sign anyone out because of a bad network.
import { ApiError } from './errors';
import type { BackendName, Failure, SignedOutReason } from './errors';
import { expiryOf } from './jwt';
import type { ServerClock } from './server-clock';

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

/** How a backend says no to a token. */
export interface RefusalRules {
  /** For a refused request: try a refresh, or give up and say why. */
  ofRequest(failure: Failure): 'refresh' | SignedOutReason;
  /** For a failed refresh: why the person is out, or `undecided` (network, server trouble). */
  ofRefresh(failure: Failure): 'undecided' | SignedOutReason;
}

export interface Gate {
  /** A pass fit to send, refreshed first when its `exp` is known to be near. Rejects with `ApiError`. */
  pass(): Promise<Pass>;
  /**
   * After a refusal of `used`: a newer pass to replay the request with, once. Rejects with `signed_out` when the
   * refusal is final, with the refresh's own failure (network, timeout, 5xx) when nothing is decided.
   */
  renew(used: Pass, refusal: Failure): Promise<Pass>;
  /** After the replay was refused too: signs out when the refusal is final; gives what to throw. */
  refused(used: Pass, refusal: ApiError): ApiError;
  /** Whether the sign-in that `pass` belongs to is still the present one. */
  holds(pass: Pass): boolean;
}

export interface GateParts {
  backend: BackendName;
  tokens: TokenPort;
  /** Asks the backend for new tokens; rejects with `ApiError`. */
  refresh: (tokens: Tokens) => Promise<Tokens>;
  rules: RefusalRules;
  server_clock: ServerClock;
  /** Refresh when less than this is left, ms. */
  skew_ms: number;
}

/** Guards one backend's tokens. */
export function createGate(parts: GateParts): Gate {
  const { tokens, rules } = parts;
  let refreshing: { session: number; done: Promise<Pass> } | undefined;
  /** Why the last sign-in ended here, for requests that were still on their way. */
  let ended: { session: number; reason: SignedOutReason } | undefined;

  const holds = (pass: Pass) => tokens.read()?.session === pass.session;

  const signedOut = (session?: number) =>
    new ApiError({
      kind: 'signed_out',
      backend: parts.backend,
      reason: ended !== undefined && ended.session === session ? ended.reason : 'left',
    });

  function current(): Pass | undefined {
    const held = tokens.read();
    return held && { access_token: held.tokens.access_token, session: held.session };
  }

  function end(session: number, reason: SignedOutReason): ApiError {
    if (tokens.read()?.session === session) {
      ended = { session, reason };
      tokens.clear(reason);
    }
    return signedOut(session);
  }

  /** One refresh for all who ask while it runs. */
  function refreshOnce(session: number): Promise<Pass> {
    if (refreshing?.session === session) return refreshing.done;
    const mine = {
      session,
      done: refreshNow(session).finally(() => {
        if (refreshing === mine) refreshing = undefined;
      }),
    };
    refreshing = mine;
    return mine.done;
  }

  async function refreshNow(session: number): Promise<Pass> {
    const held = tokens.read();
    if (held?.session !== session) throw signedOut(session);
    let renewed: Tokens;
    try {
      renewed = await parts.refresh(held.tokens);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      const now = current();
      // Other code stored a newer token meanwhile: the refused one is no longer in use.
      if (now?.session === session && now.access_token !== held.tokens.access_token) return now;
      const reason = rules.ofRefresh(error.failure);
      throw reason === 'undecided' ? error : end(session, reason);
    }
    // The person may have left, or another may have come, while the refresh was on its way.
    if (tokens.read()?.session !== session) throw signedOut(session);
    tokens.replace(renewed);
    return { access_token: renewed.access_token, session };
  }

  return {
    async pass() {
      const held = current();
      if (held === undefined) throw signedOut(ended?.session);
      // The server's time is not known for certain, so whether the token has expired is not either: send it, and let
      // the server say. A refresh for nothing could sign out somebody whose token is still good.
      if (!parts.server_clock.confirmed) return held;
      const left_ms = (expiryOf(held.access_token) ?? Infinity) - parts.server_clock.now();
      if (left_ms > parts.skew_ms) return held;
      try {
        return await refreshOnce(held.session);
      } catch (error) {
        // The refresh failed without a verdict (network, server trouble) and the old token has not expired: go on with
        // it.
        if (left_ms > 0 && holds(held)) return held;
        throw error;
      }
    },
    async renew(used, refusal) {
      const held = current();
      if (held?.session !== used.session) throw signedOut(used.session);
      if (held.access_token !== used.access_token) return held;
      const verdict = rules.ofRequest(refusal);
      if (verdict !== 'refresh') throw end(used.session, verdict);
      return refreshOnce(used.session);
    },
    refused(used, refusal) {
      const verdict = rules.ofRequest(refusal.failure);
      const held = current();
      if (held?.session !== used.session) return signedOut(used.session);
      if (verdict === 'refresh' || held.access_token !== used.access_token) return refusal;
      return end(used.session, verdict);
    },
    holds,
  };
}
