// The number being typed and until when no new code may be asked for: survives leaving the page to read the message.
// The code itself is never stored.
import * as v from 'valibot';
import { keyFor } from '../../../../platform/storage-key';
import type { StorageArea } from '../../../../platform/storage-types';

const shape = v.object({ mobile: v.string(), resend_at: v.number(), wait_ms: v.optional(v.number()) });

/**
 * `resend_at`: ms on the phone's clock, 0 when a code may be asked for. `wait_ms`: how long the wait was when it began;
 * a clock that was set since cannot make it longer.
 */
export type SignInDraft = v.InferOutput<typeof shape>;

const key = keyFor<SignInDraft>('sign-in.draft', 'kept', shape);

export type DraftShelf = Pick<StorageArea, 'read' | 'write' | 'remove'>;

export function readDraft(shelf: DraftShelf): SignInDraft {
  return shelf.read(key) ?? { mobile: '', resend_at: 0 };
}

/** An empty draft is removed. */
export function writeDraft(shelf: DraftShelf, draft: SignInDraft): void {
  if (draft.mobile === '') shelf.remove(key);
  else shelf.write(key, draft);
}
