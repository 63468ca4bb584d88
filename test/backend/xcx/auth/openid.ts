// Whose a `wx.login` code is. The platform would tell; here the code itself does: `<openid>` or `<openid>-<once>`.
import { text } from '../../db/store';
import type { Context } from '../../context';
import { invalid, unauthorized } from '../errors';

/** What the browser preview sends when nobody chose a person. */
const PREVIEW = /^preview-/;
const PREVIEW_PERSON = 'demo-coach';
/** The part of a code that makes it good once. */
const ONCE = /^(.+)-[0-9a-z]{9,}$/;

function knownOpenid(ctx: Context, code: string): string | undefined {
  const sql = `SELECT openid FROM xcx_users WHERE ?1 = openid OR substr(?1, 1, length(openid) + 1) = openid || '-'
    ORDER BY length(openid) DESC LIMIT 1`;
  const row = ctx.store.first(sql, code);
  return row && text(row, 'openid');
}

/**
 * The person behind a code. A code with a one-time part is good once. Throws 422 for no code, 401 for a used one.
 */
export function openidOf(ctx: Context, code: string | undefined): string {
  if (code === undefined || code.length > 128) throw invalid('code 不能为空', 'code');
  const known = knownOpenid(ctx, code);
  if (known !== code && ONCE.test(code)) {
    if (ctx.xcx.usedCodes.has(code)) throw unauthorized('登录凭证已失效，请重新打开小程序');
    ctx.xcx.usedCodes.add(code);
  }
  if (known !== undefined) return known;
  if (PREVIEW.test(code)) return PREVIEW_PERSON;
  return ONCE.exec(code)?.[1] ?? code;
}
