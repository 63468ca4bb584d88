// Every route of the xcx backend in one place. No public text names those marked †: they are our reading of it.
// The document does not list those marked deployed only: where they are missing (404) the app does without.
import type { Route } from '../route';

export const xcxRoutes = {
  login: { method: 'POST', path: '/login' }, // †
  dev_login: { method: 'POST', path: '/dev-login' }, // †
  me: { method: 'GET', path: '/me' },
  refresh: { method: 'POST', path: '/refresh' }, // †
  apply: { method: 'POST', path: '/apply' }, // †
  switch_store: { method: 'POST', path: '/switch-store' }, // † deployed only

  tasks: { method: 'GET', path: '/tasks' },
  task: { method: 'GET', path: '/tasks/:id' },
  pin: { method: 'POST', path: '/tasks/:id/pin' }, // †
  unpin: { method: 'POST', path: '/tasks/:id/unpin' }, // †
  abandon: { method: 'POST', path: '/tasks/:id/abandon' }, // †
  restore: { method: 'POST', path: '/tasks/:id/restore' },

  notes: { method: 'GET', path: '/notes' },
  create_note: { method: 'POST', path: '/notes' },
  delete_note: { method: 'DELETE', path: '/notes/:id' }, // †

  performance: { method: 'GET', path: '/performance' },
  performance_records: { method: 'GET', path: '/performance/records' },

  customer: { method: 'GET', path: '/customers/:id' }, // †
  customer_records: { method: 'GET', path: '/customers/:id/records' }, // †

  coach: { method: 'GET', path: '/coaches/:id' }, // deployed only

  coach_board: { method: 'GET', path: '/board/coaches' }, // †
  customer_board: { method: 'GET', path: '/board/customers' },
  finance_board: { method: 'GET', path: '/board/finance' },

  chats: { method: 'GET', path: '/chat/history' },
  chat_messages: { method: 'GET', path: '/chat/:id/messages' }, // †
  send_chat: { method: 'POST', path: '/chat/:id/messages' }, // †
  start_chat: { method: 'POST', path: '/chat/messages' }, // †
  open_chat: { method: 'GET', path: '/chat/messages' }, // † deployed only
  stream_chat: { method: 'POST', path: '/chat/stream' }, // †

  skill_types: { method: 'GET', path: '/config/skill-types' }, // †
  runtime_clock: { method: 'GET', path: '/runtime-clock' }, // † deployed only
} as const satisfies Record<string, Route>;
