// The number being typed and until when no new code may be asked for: survives leaving the page to read the message.
// The code itself is never stored.
import * as v from 'valibot';
import { keyFor } from '../../../../platform/storage-key';
import type { StorageArea } from '../../../../platform/storage-types';

const shape = v.object({ mobile: v.string(), resend_at: v.number() });

/** `resend_at`: epoch ms on the server's clock, 0 when a code may be asked for. */
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
