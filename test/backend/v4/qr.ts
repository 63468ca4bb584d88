// The redemption QR: `RQRV1_<base64url of {oid, ch, ts, exp}>_<32 hex of HMAC-SHA256>`, valid for five minutes.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { field } from '../http/input';

export const QR_LIFETIME_MS = 5 * 60 * 1000;

export interface QrPayload {
  /** Redemption order id. */
  oid: string;
  /** First eight hex digits of the text code's hash: ties the QR to its code. */
  ch: string;
  /** Issued at, ms. */
  ts: number;
  /** Valid until, ms. */
  exp: number;
}

function sign(key: KeyObject, encoded: string): string {
  return createHmac('sha256', key).update(`RQRV1_${encoded}`).digest('hex').slice(0, 32);
}

/** Writes and signs a QR's content. */
export function writeQr(key: KeyObject, order: { oid: string; ch: string }, now: number) {
  const payload: QrPayload = { oid: order.oid, ch: order.ch, ts: now, exp: now + QR_LIFETIME_MS };
  const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return {
    qr_content: `RQRV1_${encoded}_${sign(key, encoded)}`,
    expires_at: new Date(payload.exp).toISOString(),
  };
}

/** Reads a QR's content; `undefined` when it is not one or its signature is not ours. Says nothing about its age. */
export function readQr(key: KeyObject, content: string): QrPayload | undefined {
  const match = /^RQRV1_([A-Za-z0-9_-]+)_([0-9a-f]{32})$/.exec(content);
  const [, encoded, signature] = match ?? [];
  if (encoded === undefined || signature === undefined) return undefined;
  if (!timingSafeEqual(Buffer.from(sign(key, encoded)), Buffer.from(signature))) return undefined;
  return payloadOf(JSON.parse(Buffer.from(encoded, 'base64url').toString()));
}

function payloadOf(value: unknown): QrPayload | undefined {
  const [oid, ch, ts, exp] = ['oid', 'ch', 'ts', 'exp'].map((name) => field(value, name));
  const sound =
    typeof oid === 'string' && typeof ch === 'string' && typeof ts === 'number' && typeof exp === 'number';
  return sound ? { oid, ch, ts, exp } : undefined;
}
