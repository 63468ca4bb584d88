// What the outbox needs around it.
import type { Id } from '../../../../../../typings/v4/common';
import type { RouteProfile } from '../../../../../api/v4/routes';
import type { Clock, FilesPort, Random, Timers } from '../../../../../platform/ports';
import type { StorageArea } from '../../../../../platform/storage-types';
import type { ChatApi } from '../../../api/chat';
import type { Conversation } from '../conversation/conversation';

export interface OutboxParts {
  area: StorageArea;
  api: Pick<ChatApi, 'send' | 'uploadImage'>;
  files: FilesPort;
  /** One that never goes back. */
  clock: Clock;
  timers: Timers;
  random: Random;
  profile: RouteProfile;
  conversation(session_id: Id): Conversation;
  /** The person is there, with a network and the app in front: in the background requests are cut. */
  mayRequest(): boolean;
  /** A session turned out to be closed. */
  onClosed(session_id: Id): void;
  /** Whether a session is closed, as the server says now; as it is known, where that cannot be read. */
  isClosed(session_id: Id): Promise<boolean>;
}
