// Signing keys, made once for each data file.
import { createSecretKey, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { text } from './store';
import type { Store } from './store';

export interface Secrets {
  /** Signs access and refresh tokens. */
  readonly tokens: KeyObject;
  /** Signs QR contents and hashes redemption codes. */
  readonly redemption: KeyObject;
}

function secret(store: Store, name: string): KeyObject {
  const setting = `secret.${name}`;
  store.run(
    'INSERT OR IGNORE INTO settings (name, value) VALUES (?, ?)',
    setting,
    randomBytes(32).toString('hex'),
  );
  const row = store.one('SELECT value FROM settings WHERE name = ?', setting);
  return createSecretKey(Buffer.from(text(row, 'value'), 'hex'));
}

export function readSecrets(store: Store): Secrets {
  return { tokens: secret(store, 'tokens'), redemption: secret(store, 'redemption') };
}
