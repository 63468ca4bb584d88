// Every route of the V4 backend, in both profiles: what its document says, and what the deployed one answers to.
import type { Route } from '../route';

export type RouteProfile = 'documented' | 'deployed';

const documented = {
  send_code: { method: 'POST', path: '/auth/send-code' },
  login: { method: 'POST', path: '/auth/login' },
  refresh: { method: 'POST', path: '/auth/refresh' },
  verify: { method: 'GET', path: '/auth/verify' },
  profile: { method: 'GET', path: '/auth/profile' },
  logout: { method: 'POST', path: '/auth/logout' },
  login_sessions: { method: 'GET', path: '/auth/sessions' },

  items: { method: 'GET', path: '/backpack/items' },
  item: { method: 'GET', path: '/backpack/items/:item_id' },
  redeem: { method: 'POST', path: '/backpack/items/:item_id/redeem' },
  refresh_qr: { method: 'GET', path: '/backpack/items/:item_id/redeem/refresh-qr' },
  use: { method: 'POST', path: '/backpack/items/:item_id/use' },
  timeline: { method: 'GET', path: '/backpack/items/:item_id/timeline' },

  create_session: { method: 'POST', path: '/system/chat/sessions' },
  sessions: { method: 'GET', path: '/system/chat/sessions' },
  send_message: { method: 'POST', path: '/system/chat/sessions/:id/message' },
  messages: { method: 'GET', path: '/system/chat/sessions/:id/messages' },
  rate: { method: 'POST', path: '/system/chat/sessions/:id/rate' },
  upload_image: { method: 'POST', path: '/system/chat/sessions/:id/upload' },
  issues: { method: 'GET', path: '/system/chat/issues' },
} as const satisfies Record<string, Route>;

export type V4RouteName = keyof typeof documented;
export type V4Routes = Record<V4RouteName, Route>;

const deployed: V4Routes = {
  ...documented,
  items: { method: 'GET', path: '/backpack' },
  refresh_qr: { method: 'POST', path: '/backpack/items/:item_id/redeem/refresh-qr' },
  send_message: { method: 'POST', path: '/system/chat/sessions/:id/messages' },
};

/** The route table of a profile. */
export function v4Routes(profile: RouteProfile): V4Routes {
  return profile === 'deployed' ? deployed : documented;
}
