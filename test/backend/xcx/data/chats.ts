// The demo coach's earlier conversations with the assistant, one of them unread.
import { int, text } from '../../db/store';
import type { Store } from '../../db/store';
import { DAY_MS, HOUR_MS } from '../time';
import { userIdOf } from './accounts';
import { DEMO_COACH } from './store';

const TALKS: readonly (readonly [question: string, reply: string, daysAgo: number])[] = [
  ['适合怎么开场？', '先问候，再提他常玩的球台，**不要**一上来就推销储值。', 9],
  ['他最近状态如何？', '到店间隔变长了，建议这两天**主动联系**一次。', 4],
  ['帮我想个邀约的理由', '- 新换了台呢\n- 周三有会员赛\n- 可以带朋友体验', 1],
];

/** A conversation about each of three customers, and a general one whose answer was not read. */
export function seedChats(store: Store, now: number): void {
  const userId = userIdOf(store, 'demo-coach');
  const sql = 'SELECT customer_id, name FROM xcx_customers WHERE coach_id = ? ORDER BY customer_id LIMIT 3';
  const customers = store.all(sql, DEMO_COACH);
  const talk = (type: string, id: number | null, title: string): number =>
    int(
      store.one(
        'INSERT INTO xcx_chats (user_id, context_type, context_id, title) VALUES (?, ?, ?, ?) RETURNING chat_id',
        userId,
        type,
        id,
        title,
      ),
      'chat_id',
    );
  const say = (chatId: number, role: string, content: string, at: number, isRead = 1): void => {
    const insert =
      'INSERT INTO xcx_chat_messages (chat_id, role, content, is_read, created_at) VALUES (?, ?, ?, ?, ?)';
    store.run(insert, chatId, role, content, isRead, at);
  };
  customers.forEach((row, index) => {
    const [question, reply, daysAgo] = TALKS[index] ?? ['', '', 0];
    const chat = talk('customer', int(row, 'customer_id'), text(row, 'name'));
    say(chat, 'user', question, now - daysAgo * DAY_MS);
    say(chat, 'assistant', reply, now - daysAgo * DAY_MS + 4000);
  });
  const general = talk('general', null, '通用助手');
  say(general, 'user', '今天先联系谁？', now - 3 * HOUR_MS);
  say(general, 'assistant', '先联系**高优先召回**里截止最近的客户，再做回访。', now - 3 * HOUR_MS + 4000, 0);
}
