// Why the phone gave no answer. Ports reject with this and nothing else.

export type PlatformErrorKind = 'network' | 'timeout' | 'aborted' | 'refused';

/** `refused`: the phone or the person said no (privacy consent, permission, unsupported). */
export class PlatformError extends Error {
  override readonly name = 'PlatformError';

  constructor(
    readonly kind: PlatformErrorKind,
    detail: string,
    /** It certainly never left the phone: no network, nobody at that address, no connection made. */
    readonly is_unsent = false,
  ) {
    super(`${kind}: ${detail}`);
  }
}
