// The two ways the V4 backend speaks, and the two revisions of the deployed one.

/** `documented`: the published contract. `deployed`: what the running system really answers. */
export type Profile = 'documented' | 'deployed';

/**
 * `february` refreshes tokens from the cookie alone, signs other devices out without a word, tells the time 8 h off and
 * answers refusals of the chat with 500; `july` does none of this.
 */
export type Revision = 'february' | 'july';

export function isProfile(value: unknown): value is Profile {
  return value === 'documented' || value === 'deployed';
}

export function isRevision(value: unknown): value is Revision {
  return value === 'february' || value === 'july';
}
