// The tables. Items follow the contract's three-table model (V4 §1.1); times are integers, milliseconds since 1970.

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

/** Tables in the order in which they are made; each part of the backend adds its own script here. */
export const SCHEMA: readonly string[] = [PEOPLE, ITEMS];
