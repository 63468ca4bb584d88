// What a customer's chat needs around it; tests bring their own.
import type { ChatApi } from '../../api/chat';
import type { ServerEvent } from '../../api/events';
import type { RouteProfile } from '../../../../api/v4/routes';
import type { Platform } from '../../../../platform/ports';
import type { Channel } from '../../realtime/channel';
import type { Person } from '../../../../stores/person/per-person';

export type ChannelPort = Pick<Channel<ServerEvent>, 'connection' | 'on' | 'onConnected' | 'onUnreadable'>;

export interface ChatParts extends Pick<Platform, 'lifecycle' | 'clock' | 'random'> {
  /** Whose chat it is: their storage, files and timers do nothing once they have signed out. */
  person: Pick<Person<unknown>, 'area' | 'files' | 'timers' | 'availability' | 'isPresent' | 'onLeave'>;
  /** Bound to the person. */
  api: ChatApi;
  /** Observable. */
  network: { readonly connected: boolean };
  channel: ChannelPort;
  profile: RouteProfile;
  /** Messages a page of history. */
  page_size: number;
}
