// The staff backend's tables. Money in whole yuan, hours as counts of half hours, times in ms since 1970. The books are those
// of the first store; what a person is in another one stands in `xcx_memberships`.

const ACCOUNTS = `
CREATE TABLE xcx_users (
  user_id INTEGER PRIMARY KEY AUTOINCREMENT,
  openid TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('new', 'pending', 'approved', 'rejected', 'disabled')),
  nickname TEXT NOT NULL DEFAULT '',
  avatar_url TEXT,
  role TEXT CHECK (role IN ('coach', 'manager')),
  store_id INTEGER NOT NULL DEFAULT 1 REFERENCES xcx_stores(store_id),
  coach_id INTEGER REFERENCES xcx_coaches(coach_id),
  permissions TEXT NOT NULL DEFAULT '[]',
  site_code TEXT,
  applied_role_text TEXT,
  phone TEXT,
  employee_number TEXT,
  review_note TEXT,
  applied_at INTEGER
);
CREATE TABLE xcx_memberships (
  user_id INTEGER NOT NULL REFERENCES xcx_users(user_id),
  store_id INTEGER NOT NULL REFERENCES xcx_stores(store_id),
  role TEXT NOT NULL CHECK (role IN ('coach', 'manager')),
  coach_id INTEGER REFERENCES xcx_coaches(coach_id),
  permissions TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY (user_id, store_id)
);
CREATE TABLE xcx_logins (
  family TEXT PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES xcx_users(user_id),
  store_id INTEGER REFERENCES xcx_stores(store_id),
  access_serial INTEGER NOT NULL DEFAULT 1,
  revoked INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX xcx_logins_user ON xcx_logins(user_id);
CREATE TABLE xcx_refresh_tokens (
  jti TEXT PRIMARY KEY,
  family TEXT NOT NULL REFERENCES xcx_logins(family),
  used INTEGER NOT NULL DEFAULT 0
);
`;

const STORE = `
CREATE TABLE xcx_stores (
  store_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  site_code TEXT NOT NULL UNIQUE
);
CREATE TABLE xcx_tiers (
  valid_from TEXT NOT NULL,
  min_hours INTEGER NOT NULL,
  label TEXT NOT NULL,
  rate INTEGER NOT NULL,
  incentive_rate INTEGER NOT NULL,
  PRIMARY KEY (valid_from, min_hours)
);
CREATE TABLE xcx_coaches (
  coach_id INTEGER PRIMARY KEY,
  store_id INTEGER NOT NULL DEFAULT 1 REFERENCES xcx_stores(store_id),
  name TEXT NOT NULL,
  level TEXT NOT NULL,
  level_class TEXT NOT NULL,
  skills TEXT NOT NULL,
  hourly_income INTEGER NOT NULL
);
CREATE TABLE xcx_customers (
  customer_id INTEGER PRIMARY KEY,
  coach_id INTEGER NOT NULL REFERENCES xcx_coaches(coach_id),
  name TEXT NOT NULL,
  phone TEXT NOT NULL UNIQUE,
  tags TEXT NOT NULL,
  hobbies TEXT NOT NULL,
  joined_at INTEGER NOT NULL
);
CREATE INDEX xcx_customers_coach ON xcx_customers(coach_id);
CREATE TABLE xcx_tables (
  table_id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  area TEXT NOT NULL CHECK (area IN ('hallA', 'hallB', 'hallC', 'mahjong', 'tea', 'vip')),
  project TEXT NOT NULL CHECK (project IN ('BILLIARD', 'SNOOKER', 'MAHJONG', 'KTV')),
  hourly_fee INTEGER NOT NULL
);
CREATE TABLE xcx_visits (
  visit_id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES xcx_customers(customer_id),
  table_id INTEGER NOT NULL REFERENCES xcx_tables(table_id),
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  table_fee INTEGER NOT NULL,
  drinks TEXT NOT NULL,
  drinks_fee INTEGER NOT NULL,
  discount INTEGER NOT NULL,
  paid_by TEXT NOT NULL CHECK (paid_by IN ('cash', 'balance'))
);
CREATE INDEX xcx_visits_customer ON xcx_visits(customer_id, started_at);
CREATE INDEX xcx_visits_time ON xcx_visits(started_at);
CREATE TABLE xcx_services (
  service_id INTEGER PRIMARY KEY,
  visit_id INTEGER NOT NULL REFERENCES xcx_visits(visit_id),
  coach_id INTEGER NOT NULL REFERENCES xcx_coaches(coach_id),
  course_class TEXT NOT NULL CHECK (course_class IN ('basic', 'vip', 'tip', 'incentive')),
  half_hours_raw INTEGER NOT NULL,
  half_hours INTEGER NOT NULL,
  fee INTEGER NOT NULL,
  income INTEGER NOT NULL,
  rating INTEGER CHECK (rating BETWEEN 1 AND 5)
);
CREATE INDEX xcx_services_visit ON xcx_services(visit_id);
CREATE INDEX xcx_services_coach ON xcx_services(coach_id);
CREATE TABLE xcx_recharges (
  recharge_id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES xcx_customers(customer_id),
  coach_id INTEGER NOT NULL REFERENCES xcx_coaches(coach_id),
  amount INTEGER NOT NULL,
  bonus INTEGER NOT NULL,
  commission INTEGER NOT NULL,
  created_at INTEGER NOT NULL
);
CREATE INDEX xcx_recharges_customer ON xcx_recharges(customer_id, created_at);
CREATE INDEX xcx_recharges_time ON xcx_recharges(created_at);
CREATE TABLE xcx_expenses (
  expense_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  amount INTEGER NOT NULL,
  spent_at INTEGER NOT NULL
);
`;

const WORK = `
CREATE TABLE xcx_tasks (
  task_id INTEGER PRIMARY KEY,
  coach_id INTEGER NOT NULL REFERENCES xcx_coaches(coach_id),
  customer_id INTEGER NOT NULL REFERENCES xcx_customers(customer_id),
  task_type TEXT NOT NULL,
  deadline TEXT,
  is_pinned INTEGER NOT NULL DEFAULT 0,
  status TEXT NOT NULL CHECK (status IN ('pending', 'completed', 'abandoned')),
  abandon_reason TEXT,
  created_at INTEGER NOT NULL,
  completed_at INTEGER
);
CREATE INDEX xcx_tasks_coach ON xcx_tasks(coach_id, status);
CREATE TABLE xcx_clues (
  clue_id INTEGER PRIMARY KEY,
  customer_id INTEGER NOT NULL REFERENCES xcx_customers(customer_id),
  tag TEXT NOT NULL,
  tag_color TEXT NOT NULL,
  emoji TEXT NOT NULL,
  text TEXT NOT NULL,
  source TEXT NOT NULL
);
CREATE INDEX xcx_clues_customer ON xcx_clues(customer_id);
CREATE TABLE xcx_notes (
  note_id INTEGER PRIMARY KEY AUTOINCREMENT,
  coach_id INTEGER REFERENCES xcx_coaches(coach_id),
  user_id INTEGER REFERENCES xcx_users(user_id),
  target_type TEXT NOT NULL CHECK (target_type IN ('task', 'customer')),
  target_id INTEGER NOT NULL,
  tag_type TEXT NOT NULL CHECK (tag_type IN ('customer', 'coach', 'system')),
  content TEXT NOT NULL,
  ai_score INTEGER CHECK (ai_score BETWEEN 1 AND 10),
  rating_service_willingness INTEGER CHECK (rating_service_willingness BETWEEN 1 AND 5),
  rating_revisit_likelihood INTEGER CHECK (rating_revisit_likelihood BETWEEN 1 AND 5),
  created_at INTEGER NOT NULL
);
CREATE INDEX xcx_notes_target ON xcx_notes(target_type, target_id);
CREATE TABLE xcx_chats (
  chat_id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES xcx_users(user_id),
  store_id INTEGER NOT NULL DEFAULT 1 REFERENCES xcx_stores(store_id),
  context_type TEXT NOT NULL CHECK (context_type IN ('task', 'customer', 'coach', 'general')),
  context_id INTEGER,
  title TEXT NOT NULL
);
CREATE TABLE xcx_chat_messages (
  message_id INTEGER PRIMARY KEY AUTOINCREMENT,
  chat_id INTEGER NOT NULL REFERENCES xcx_chats(chat_id),
  role TEXT NOT NULL CHECK (role IN ('user', 'assistant')),
  content TEXT NOT NULL,
  reference_card TEXT,
  is_read INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL
);
CREATE INDEX xcx_chat_messages_chat ON xcx_chat_messages(chat_id, message_id);
`;

/**
 * `xcx_bills`: what a visit cost. `xcx_earnings`: everything that a coach is paid for. `xcx_balances`: stored value.
 * `xcx_walk_ins`: casual customers without a card, whom the deployed system knows by their visits alone.
 */
const VIEWS = `
DROP VIEW IF EXISTS xcx_bills;
CREATE VIEW xcx_bills AS
  SELECT v.*, COALESCE((SELECT SUM(fee) FROM xcx_services s WHERE s.visit_id = v.visit_id), 0) AS course_fee,
    v.table_fee + v.drinks_fee - v.discount
      + COALESCE((SELECT SUM(fee) FROM xcx_services s WHERE s.visit_id = v.visit_id), 0) AS amount
  FROM xcx_visits v;
DROP VIEW IF EXISTS xcx_earnings;
CREATE VIEW xcx_earnings AS
  SELECT s.service_id AS earning_id, s.coach_id, v.customer_id, v.table_id, v.started_at, v.ended_at,
    s.course_class, s.half_hours_raw, s.half_hours, s.income, v.drinks
  FROM xcx_services s JOIN xcx_visits v USING (visit_id)
  UNION ALL
  SELECT recharge_id, coach_id, customer_id, NULL, created_at, created_at, 'recharge', 0, 0, commission, ''
  FROM xcx_recharges;
DROP VIEW IF EXISTS xcx_balances;
CREATE VIEW xcx_balances AS
  SELECT c.customer_id,
    COALESCE((SELECT SUM(amount + bonus) FROM xcx_recharges r WHERE r.customer_id = c.customer_id), 0)
    - COALESCE((SELECT SUM(amount) FROM xcx_bills v WHERE v.customer_id = c.customer_id AND v.paid_by = 'balance'), 0)
      AS balance
  FROM xcx_customers c;
DROP VIEW IF EXISTS xcx_walk_ins;
CREATE VIEW xcx_walk_ins AS
  SELECT c.customer_id FROM xcx_customers c
  WHERE EXISTS (SELECT 1 FROM json_each(c.tags) WHERE value = '散客')
    AND NOT EXISTS (SELECT 1 FROM xcx_recharges r WHERE r.customer_id = c.customer_id);
`;

export const XCX_SCHEMA: readonly string[] = [STORE, ACCOUNTS, WORK, VIEWS];
