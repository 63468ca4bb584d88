// The tables. Items follow the contract's three-table model (V4 §1.1); times are integers, milliseconds since 1970.
import { XCX_SCHEMA } from '../xcx/data/schema';

const PEOPLE = `
CREATE TABLE users (
  user_id INTEGER PRIMARY KEY AUTOINCREMENT,
  mobile TEXT NOT NULL UNIQUE,
  nickname TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'active',
  is_admin INTEGER NOT NULL DEFAULT 0,
  history_total_points INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  last_login INTEGER,
  login_count INTEGER NOT NULL DEFAULT 0,
  refresh_serial INTEGER NOT NULL DEFAULT 1
);
CREATE TABLE verification_codes (mobile TEXT PRIMARY KEY, sent_at INTEGER NOT NULL, expires_at INTEGER NOT NULL);
CREATE TABLE authentication_sessions (
  authentication_session_id INTEGER PRIMARY KEY AUTOINCREMENT,
  session_token TEXT NOT NULL UNIQUE,
  user_id INTEGER NOT NULL REFERENCES users(user_id),
  device_id TEXT,
  login_platform TEXT NOT NULL,
  login_ip TEXT NOT NULL,
  last_activity INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  access_serial INTEGER NOT NULL DEFAULT 1,
  end_reason TEXT
);
CREATE INDEX authentication_sessions_user ON authentication_sessions(user_id, end_reason);
`;

const ITEMS = `
CREATE TABLE items (
  item_id INTEGER PRIMARY KEY,
  owner_user_id INTEGER NOT NULL REFERENCES users(user_id),
  tracking_code TEXT NOT NULL UNIQUE,
  item_type TEXT NOT NULL,
  item_name TEXT NOT NULL,
  item_description TEXT NOT NULL DEFAULT '',
  item_value INTEGER NOT NULL DEFAULT 0,
  image TEXT,
  status TEXT NOT NULL CHECK (status IN ('available', 'locked', 'used', 'expired', 'destroyed')),
  rarity_code TEXT NOT NULL,
  source TEXT NOT NULL,
  source_ref_id TEXT,
  merchant_id INTEGER,
  merchant_name TEXT,
  serial_number INTEGER,
  edition_total INTEGER,
  instance_attributes TEXT,
  instructions TEXT,
  acquired_at INTEGER NOT NULL,
  expires_at INTEGER,
  viewed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX items_owner ON items(owner_user_id, status);
CREATE TABLE item_ledger (
  item_ledger_id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES items(item_id),
  account TEXT NOT NULL,
  counterpart TEXT NOT NULL,
  delta INTEGER NOT NULL CHECK (delta IN (-1, 0, 1)),
  event_type TEXT NOT NULL CHECK (event_type IN ('mint', 'transfer', 'use', 'expire', 'destroy', 'hold', 'release')),
  business_type TEXT NOT NULL,
  detail TEXT,
  created_at INTEGER NOT NULL
);
CREATE INDEX item_ledger_item ON item_ledger(item_id);
CREATE TABLE item_holds (
  item_hold_id INTEGER PRIMARY KEY AUTOINCREMENT,
  item_id INTEGER NOT NULL REFERENCES items(item_id),
  hold_type TEXT NOT NULL,
  business_ref TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('active', 'released', 'consumed')),
  created_at INTEGER NOT NULL,
  ended_at INTEGER
);
CREATE UNIQUE INDEX item_holds_one_active ON item_holds(item_id) WHERE status = 'active';
CREATE TABLE redemption_orders (
  redemption_order_id TEXT PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES items(item_id),
  code_hash TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL CHECK (status IN ('pending', 'fulfilled', 'expired', 'cancelled')),
  created_by INTEGER NOT NULL REFERENCES users(user_id),
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  ended_at INTEGER,
  fulfilled_by INTEGER REFERENCES users(user_id)
);
CREATE INDEX redemption_orders_item ON redemption_orders(item_id, created_at);
CREATE UNIQUE INDEX redemption_orders_one_pending ON redemption_orders(item_id) WHERE status = 'pending';
CREATE TABLE assets (
  user_id INTEGER NOT NULL REFERENCES users(user_id),
  asset_code TEXT NOT NULL,
  display_name TEXT NOT NULL,
  icon TEXT,
  total_amount INTEGER NOT NULL,
  frozen_amount INTEGER NOT NULL DEFAULT 0,
  category TEXT NOT NULL,
  rarity TEXT NOT NULL,
  is_tradable INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (user_id, asset_code)
);
`;

const CHAT = `
CREATE TABLE chat_sessions (
  customer_service_session_id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users(user_id),
  admin_id INTEGER REFERENCES users(user_id),
  status TEXT NOT NULL CHECK (status IN ('waiting', 'assigned', 'active', 'closed')),
  source TEXT NOT NULL,
  priority INTEGER NOT NULL DEFAULT 1,
  satisfaction_score INTEGER CHECK (satisfaction_score BETWEEN 1 AND 5),
  close_reason TEXT,
  created_at INTEGER NOT NULL,
  closed_at INTEGER
);
CREATE INDEX chat_sessions_user ON chat_sessions(user_id, status);
CREATE UNIQUE INDEX chat_sessions_one_open ON chat_sessions(user_id) WHERE status <> 'closed';
CREATE TABLE chat_messages (
  chat_message_id INTEGER PRIMARY KEY AUTOINCREMENT,
  customer_service_session_id INTEGER NOT NULL REFERENCES chat_sessions(customer_service_session_id),
  sender_id INTEGER REFERENCES users(user_id),
  origin TEXT NOT NULL CHECK (origin IN ('user', 'agent', 'system')),
  message_type TEXT NOT NULL,
  content TEXT NOT NULL,
  metadata TEXT,
  temp_message_id TEXT,
  is_read INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
);
CREATE INDEX chat_messages_session ON chat_messages(customer_service_session_id, chat_message_id);
CREATE UNIQUE INDEX chat_messages_once ON chat_messages(sender_id, temp_message_id) WHERE temp_message_id IS NOT NULL;
CREATE TABLE chat_images (object_key TEXT PRIMARY KEY, mime TEXT NOT NULL, bytes BLOB NOT NULL);
CREATE TABLE chat_issues (
  issue_id INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id INTEGER NOT NULL REFERENCES users(user_id),
  issue_type TEXT NOT NULL,
  status TEXT NOT NULL CHECK (status IN ('open', 'processing', 'resolved', 'closed')),
  priority TEXT NOT NULL CHECK (priority IN ('low', 'medium', 'high', 'urgent')),
  title TEXT NOT NULL,
  description TEXT NOT NULL,
  resolution TEXT,
  session_id INTEGER REFERENCES chat_sessions(customer_service_session_id),
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  resolved_at INTEGER
);
CREATE INDEX chat_issues_user ON chat_issues(user_id, status);
`;

/** Tables in the order in which they are made; each part of the backend adds its own script here. */
export const SCHEMA: readonly string[] = [PEOPLE, ITEMS, CHAT, ...XCX_SCHEMA];
