// Verification codes. No SMS is sent here: the development code always opens, any other never does.
import type { Context } from '../../context';
import { int } from '../../db/store';
import { ApiError, unauthorized } from '../errors';

const DEVELOPMENT_CODE = '123456';
const LIFETIME_S = 300;
const RESEND_AFTER_MS = 60_000;

/** Throws 400 when the number is missing or is not a mainland mobile number. */
export function requireMobile(mobile: string | undefined): string {
  if (mobile === undefined) throw new ApiError(400, 'MOBILE_REQUIRED', '手机号不能为空');
  if (!/^1[3-9]\d{9}$/.test(mobile)) throw new ApiError(400, 'INVALID_MOBILE_FORMAT', '手机号格式不正确');
  return mobile;
}

/** Notes that a code was sent. Throws 429 `SMS_RATE_LIMIT` within 60 s of the last one. */
export function sendCode(ctx: Context, mobile: string) {
  const now = ctx.clock.now();
  const last = ctx.store.first('SELECT sent_at FROM verification_codes WHERE mobile = ?', mobile);
  const waitMs = last === undefined ? 0 : int(last, 'sent_at') + RESEND_AFTER_MS - now;
  if (waitMs > 0) {
    const seconds = Math.ceil(waitMs / 1000);
    const message = `验证码发送过于频繁，请${seconds}秒后再试`;
    throw new ApiError(429, 'SMS_RATE_LIMIT', message, { remaining_seconds: seconds });
  }
  ctx.store.run(
    'INSERT OR REPLACE INTO verification_codes (mobile, sent_at, expires_at) VALUES (?, ?, ?)',
    mobile,
    now,
    now + LIFETIME_S * 1000,
  );
  return { expires_in: LIFETIME_S, sms_sent: false, sms_fail_code: 'SMS_PROVIDER_NOT_CONFIGURED' };
}

/** Throws 400 without a code, 401 for a wrong one: "wrong" only while one that was sent is alive. */
export function checkCode(ctx: Context, mobile: string, code: string | undefined): void {
  if (code === undefined) throw new ApiError(400, 'VERIFICATION_CODE_REQUIRED', '验证码不能为空');
  if (code === DEVELOPMENT_CODE) {
    ctx.store.run('DELETE FROM verification_codes WHERE mobile = ?', mobile);
    return;
  }
  const sent = ctx.store.first('SELECT expires_at FROM verification_codes WHERE mobile = ?', mobile);
  const alive = sent !== undefined && int(sent, 'expires_at') > ctx.clock.now();
  throw alive
    ? unauthorized('INVALID_VERIFICATION_CODE', '验证码错误')
    : unauthorized('VERIFICATION_CODE_EXPIRED', '验证码已过期，请重新获取');
}
