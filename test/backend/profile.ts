// The two ways the V4 backend speaks, and the two revisions of the deployed one.

/** `documented`: the published contract. `deployed`: what the running system really answers. */
export type Profile = 'documented' | 'deployed';

/** `february` refreshes tokens from the cookie alone and signs other devices out; `july` reads the body too. */
export type Revision = 'february' | 'july';

export function isProfile(value: unknown): value is Profile {
  return value === 'documented' || value === 'deployed';
}

export function isRevision(value: unknown): value is Revision {
  return value === 'february' || value === 'july';
}
