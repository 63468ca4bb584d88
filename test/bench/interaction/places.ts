// What is opened, scrolled and tapped, by whom, and by which words one sees that it is there. All of it has been seen before.
import { id } from '../../backend/db/store';
import { pages } from '../../e2e/support/journeys';
import { customerOf } from '../../e2e/support/scenes-customers';
import { taskOf } from '../../e2e/support/scenes-task';
import { staffPages } from '../../e2e/support/staff';
import type { World } from '../../e2e/stand';

export type Who = 'customer' | 'staff';

/** A page that is moved to. */
export interface Goal {
  /** Ends the figure's key. */
  name: string;
  who: Who;
  url: string;
  /** Real content: stands on the first screen once there is any, and never before. */
  text: string;
}

/** Of the demo account. */
const PERSON = 31;
/** On the first screen of the backpack. */
const ITEM = '生日礼遇八折券';

/** Every page that is not a tab and shows content of somebody. */
export function goalsIn(world: World): readonly Goal[] {
  const { db } = world.backend;
  const item_id = id(
    db.one('SELECT item_id FROM items WHERE owner_user_id = ? AND item_name = ?', PERSON, ITEM),
    'item_id',
  );
  const customer = customerOf(world);
  const { name } = db.one('SELECT name FROM xcx_customers WHERE customer_id = ?', Number(customer));
  const issue_id = id(
    db.one('SELECT MAX(issue_id) AS newest FROM chat_issues WHERE user_id = ?', PERSON),
    'newest',
  );
  // The first of the page: what kind of note it is goes by the day.
  const newest = db.one(
    'SELECT content FROM xcx_notes WHERE coach_id = 1 ORDER BY created_at DESC, note_id DESC LIMIT 1',
  );
  const goal = (who: Who, name: string, path: string, text: string): Goal => ({
    name,
    who,
    url: `/${path}`,
    text,
  });
  return [
    goal('customer', 'item', `${pages.item}?item_id=${item_id}`, ITEM),
    goal('customer', 'redeem', `${pages.redeem}?item_id=${item_id}`, ITEM),
    goal('customer', 'conversation', `${pages.conversation}?session_id=2203`, '另外周三是会员日'),
    goal('customer', 'tickets', pages.tickets, '火锅券核销码无法识别'),
    goal('customer', 'ticket', `${pages.ticket}?issue_id=${issue_id}`, '火锅券核销码无法识别'),
    goal(
      'staff',
      'task',
      `${staffPages.task}?id=${taskOf(world)}`,
      String(
        db.one(
          'SELECT c.name FROM xcx_tasks t JOIN xcx_customers c ON c.customer_id = t.customer_id WHERE t.task_id = ?',
          Number(taskOf(world)),
        )['name'],
      ),
    ),
    goal('staff', 'notes', staffPages.notes, String(newest['content'])),
    goal('staff', 'performance', staffPages.performance, '我的收入'),
    goal('staff', 'records', staffPages.records, '本月合计'),
    goal('staff', 'customers', staffPages.customers, '待召回'),
    goal('staff', 'customer', `${staffPages.customer}?customer_id=${customer}`, String(name)),
    goal('staff', 'customer_records', `${staffPages.customerRecords}?customer_id=${customer}`, String(name)),
  ];
}
