// What the chat needs around it; tests bring their own.
import type { User } from '../../../typings/v4/auth';
import type { ChatApi } from '../../api/v4/chat';
import type { ServerEvent } from '../../api/v4/events';
import type { RouteProfile } from '../../api/v4/routes';
import type { Platform } from '../../platform/ports';
import type { StorageArea } from '../../platform/storage-types';
import type { Channel } from '../../realtime/channel';
import type { Availability } from '../service/availability';
import type { IdentityState } from '../person/session';

export type ChannelPort = Pick<Channel<ServerEvent>, 'connection' | 'on' | 'onConnected' | 'onUnreadable'>;

export interface ChatParts extends Pick<Platform, 'files' | 'lifecycle' | 'clock' | 'timers' | 'random'> {
  /** Observable; `area` is the signed-in customer's shelf. */
  session: {
    readonly customer: IdentityState<User>;
    area(identity: 'customer'): StorageArea | undefined;
  };
  /** Observable. */
  network: { readonly connected: boolean };
  availability: Availability;
  api: ChatApi;
  channel: ChannelPort;
  profile: RouteProfile;
  /** Messages a page of history. */
  page_size: number;
}
