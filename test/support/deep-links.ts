// G3: which queries the pages read, and what else may stand there in a link that somebody made up.

/** What the query of a page may say, and what stands on it where that says nothing. */
type Link =
  | { reads: []; shows: RegExp }
  /** Without `shows` it says that the link leads nowhere. */
  | { reads: [string, ...string[]]; shows?: RegExp };

/** Every page of `app.json`, with the names that it reads out of its address. */
export const LINKS: Readonly<Record<string, Link>> = {
  'pages/backpack/backpack': { reads: [], shows: /全部|待使用/ },
  'pages/chat/chat': { reads: [], shows: /咨询/ },
  'pages/tasks/tasks': { reads: [], shows: /全部/ },
  'pages/boards/boards': {
    reads: ['board', 'sort', 'skill', 'time', 'dimension', 'project', 'area', 'compare'],
    shows: /按工时/,
  },
  'pages/me/me': { reads: [], shows: /退出会员账号/ },
  'pages/missing/missing': { reads: [], shows: /页面/ },
  'packages/member/sign-in/sign-in': { reads: ['back', 'reason'] },
  'packages/member/item/item': { reads: ['item_id', 'ask'] },
  'packages/member/redeem/redeem': { reads: ['item_id'] },
  'packages/member/conversation/conversation': { reads: ['session_id'] },
  'packages/member/tickets/tickets': { reads: [], shows: /张服务单/ },
  'packages/member/ticket/ticket': { reads: ['issue_id'] },
  'packages/entrance/entrance/entrance': { reads: ['back', 'reason'] },
  'packages/entrance/apply/apply': { reads: ['back'], shows: /申请|姓名|手机号/ },
  'packages/staff/task/task': { reads: ['id'] },
  'packages/staff/notes/notes': { reads: [], shows: /备注/ },
  'packages/staff/performance/performance': { reads: ['coach_id'], shows: /工时|助教不存在/ },
  'packages/staff/records/records': { reads: ['coach_id', 'month', 'day'], shows: /工时|记录|助教不存在/ },
  'packages/staff/customers/customers': { reads: [], shows: /客户/ },
  'packages/staff/customer/customer': { reads: ['customer_id'] },
  'packages/staff/customer-records/customer-records': { reads: ['customer_id'] },
  'packages/staff/coach/coach': { reads: ['coach_id'] },
  'packages/assistant/chats/chats': { reads: [], shows: /对话/ },
  'packages/assistant/conversation/conversation': {
    reads: ['chat_id', 'context_type', 'context_id', 'title', 'source'],
  },
};

/** As they stand in an address, percent signs and all. */
export const ODD_VALUES: readonly string[] = [
  '',
  '0',
  '-1',
  '1e3',
  '1.5',
  '99999999999999999999999999999999',
  '9'.repeat(5_000),
  'null',
  'undefined',
  'true',
  '[]',
  '{}',
  'constructor',
  '__proto__',
  'toString',
  'hasOwnProperty',
  '../../me/me',
  '..%2F..%2Fme%2Fme',
  '%2e%2e%2f',
  '%00',
  '7%00',
  '7%0A',
  '%',
  '%E0%A4%A',
  '%zz',
  '%25E0%25A4%25A',
  '%D8%3D',
  '\ud800',
  '７',
  '%EF%BC%97',
  ' 7 ',
  '7;8',
  '7,8',
  '7#8',
  "7'--",
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  'https://example.com/pages/me/me',
  '//example.com',
  '/pages/me/me?back=%2Fpages%2Fme%2Fme',
  '2026-13',
  '2026-11-99',
  '0000-00',
  '\u202e7',
];
