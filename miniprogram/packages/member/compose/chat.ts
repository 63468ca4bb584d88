// The chat of whoever is signed in; its first use opens the socket.
import { v4Routes } from '../../../api/v4/routes';
import { networkTrouble } from '../../../compose/bind/network';
import { oncePerCore } from '../../../compose/once';
import type { LinkTrouble } from '../../../stores/list/words';
import { perPerson } from '../../../stores/person/per-person';
import { createChatApi } from '../api/chat';
import { CustomerChat } from '../stores/chat/customer-chat';
import { useChannel } from './channel';

const chats = oncePerCore((core) => {
  const { platform, network, config } = core;
  const { clock, random, lifecycle } = platform;
  const channel = useChannel();
  const routes = v4Routes(config.route_profile);
  const made = perPerson(
    core.v4,
    platform,
    (person) =>
      new CustomerChat({
        person,
        network,
        clock,
        random,
        lifecycle,
        channel,
        api: createChatApi(person.client, routes, config.timeouts.send_message_ms),
        profile: config.route_profile,
        // A chunk of rows a page: an older page is one more chunk, and no more than needed is on the screen.
        page_size: config.limits.page_size,
      }),
  );
  channel.start();
  return made;
});

/** Null while nobody is signed in. */
export const useChat = (): CustomerChat | null => chats().current;

/** What is wrong with the network or the socket: said after 3 s. */
export function linkTrouble(): LinkTrouble {
  if (networkTrouble() !== '') return 'offline';
  return useChannel().connection === 'connecting' ? 'connecting' : '';
}
