// Which schema decodes which route's reply: every route of both tables, for tests that decode without a backend.
import type { Route } from '../../../miniprogram/api/route';
import type { Schema } from '../../../miniprogram/api/schema';
import { v4Routes } from '../../../miniprogram/api/v4/routes';
import type { V4RouteName } from '../../../miniprogram/api/v4/routes';
import * as auth from '../../../miniprogram/api/v4/schema/auth';
import * as backpack from '../../../miniprogram/api/v4/schema/backpack';
import * as chat from '../../../miniprogram/packages/member/api/schema/chat';
import type { xcxRoutes } from '../../../miniprogram/api/xcx/routes';
import * as staffAuth from '../../../miniprogram/api/xcx/schema/auth';
import * as boards from '../../../miniprogram/packages/staff/api/schema/boards';
import { financeBoardSchema } from '../../../miniprogram/packages/staff/api/schema/finance';
import * as tasks from '../../../miniprogram/packages/staff/api/schema/tasks';
import { staffUserSchema } from '../../../miniprogram/api/xcx/schema/user';
import * as assistant from '../../../miniprogram/packages/assistant/api/schema/assistant';
import * as coaches from '../../../miniprogram/packages/staff/api/schema/coaches';
import * as customers from '../../../miniprogram/packages/staff/api/schema/customers';
import * as notes from '../../../miniprogram/packages/staff/api/schema/notes';
import * as performance from '../../../miniprogram/packages/staff/api/schema/performance';
import * as staffTasks from '../../../miniprogram/packages/staff/api/schema/task';

/** `undefined`: the reply's data is not read. */
export const V4_SCHEMAS: Record<V4RouteName, Schema<unknown> | undefined> = {
  send_code: auth.sendCodeSchema,
  login: auth.loginSchema,
  refresh: auth.refreshSchema,
  verify: auth.verifySchema,
  profile: auth.profileSchema,
  logout: undefined,
  login_sessions: auth.loginSessionsSchema,
  items: backpack.backpackSchema,
  item: backpack.itemSchema,
  redeem: backpack.redeemSchema,
  refresh_qr: backpack.refreshQrSchema,
  use: backpack.useSchema,
  timeline: backpack.timelineSchema,
  create_session: chat.sessionSchema,
  sessions: chat.sessionsSchema,
  send_message: chat.sentSchema,
  messages: chat.messagesSchema('1'),
  rate: chat.rateSchema,
  upload_image: chat.uploadSchema,
  issues: chat.issuesSchema,
};

export const XCX_SCHEMAS: Record<keyof typeof xcxRoutes, Schema<unknown> | undefined> = {
  login: staffAuth.loginSchema,
  dev_login: staffAuth.loginSchema,
  me: staffUserSchema,
  refresh: staffAuth.refreshSchema,
  apply: staffUserSchema,
  tasks: tasks.tasksSchema,
  task: staffTasks.taskDetailSchema,
  pin: tasks.taskPinSchema,
  unpin: tasks.taskPinSchema,
  abandon: tasks.taskStatusSchema,
  restore: tasks.taskStatusSchema,
  notes: notes.notesSchema,
  create_note: notes.noteSchema,
  delete_note: undefined,
  performance: performance.performanceSchema,
  performance_records: performance.performanceRecordsSchema,
  customer: customers.customerSchema,
  customer_records: customers.customerRecordsSchema,
  coach_board: boards.coachBoardSchema,
  customer_board: boards.customerBoardSchema,
  finance_board: financeBoardSchema,
  coach: coaches.coachSchema,
  chats: assistant.chatsSchema,
  chat_messages: assistant.chatMessagesSchema,
  send_chat: assistant.chatSentSchema,
  start_chat: assistant.chatSentSchema,
  stream_chat: assistant.chatSentSchema,
  open_chat: assistant.chatOpenedSchema,
  skill_types: boards.skillTypesSchema,
  runtime_clock: boards.runtimeClockSchema,
  switch_store: staffAuth.loginSchema,
};

/** The route of the V4 tables (either profile) that a request goes to; `/backpack/stats` has a schema and no wrapper yet. */
export function v4RouteOf(
  method: string,
  path: string,
): { route: Route; schema: Schema<unknown> | undefined } | undefined {
  const bare = path.replace(/^\/api\/v4/, '').split('?')[0] ?? '';
  if (method === 'GET' && bare === '/backpack/stats') {
    return { route: { method: 'GET', path: bare }, schema: backpack.backpackStatsSchema };
  }
  for (const profile of ['documented', 'deployed'] as const) {
    for (const [name, route] of Object.entries(v4Routes(profile)) as [V4RouteName, Route][]) {
      const pattern = new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`);
      if (route.method === method && pattern.test(bare)) return { route, schema: V4_SCHEMAS[name] };
    }
  }
  return undefined;
}
