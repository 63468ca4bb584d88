// 未确认 is only for messages whose outcome cannot be known: never in the documented profile, where the server returns our
// id, and not once the history on the screen has the message.
import type { Entry } from '../../../miniprogram/packages/member/stores/chat/outbox/entry';
import type { Profile } from '../../backend/profile';
import type { Problem } from './problem';

type Doubted = Pick<Entry, 'temp_message_id' | 'body' | 'status'>;

/** @param stored texts that the history has as often as they were sent */
export function judgeUnconfirmed(
  profile: Profile,
  entries: readonly Doubted[],
  stored: ReadonlySet<string>,
): Problem[] {
  return entries
    .filter(({ status }) => status.state === 'unconfirmed')
    .flatMap(({ temp_message_id, body }): Problem[] => {
      if (profile === 'documented')
        return [
          { kind: 'stuck', what: `message ${temp_message_id} is unconfirmed, though its id is echoed` },
        ];
      const isThere = body.message_type === 'text' && stored.has(body.content);
      return isThere
        ? [{ kind: 'stuck', what: `message ${temp_message_id} is unconfirmed, though the history has it` }]
        : [];
    });
}
