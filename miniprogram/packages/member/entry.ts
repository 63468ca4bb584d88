// What the main package may ask of this one, once its script is there (`compose/member` fetches it): nothing runs before.
import type { MemberPackage } from '../../compose/member';
import { useChat } from './compose/chat';

export const member: MemberPackage = {
  unread: () => useChat()?.unread ?? 0,
  unsent: () => useChat()?.unsent ?? 0,
};
