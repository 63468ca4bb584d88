// The sign-in form's rules and words, without any call (V4 §4).
import type { Failure } from '../../../../api/errors';
import { explain, explainInLine } from '../../../../api/explain';
import type { SentCode } from '../../../../api/v4/auth';
import { codeDigits } from '../../../../format/typed';
import { maskedMobile } from '../../../../format/person';

export type Field = 'mobile' | 'code' | 'form';

export interface FieldError {
  field: Field;
  text: string;
  /** Trying the same again is worth a button. */
  retry: boolean;
}

const wrong = (field: Field, text: string): FieldError => ({ field, text, retry: false });

export { mobileDigits } from '../../../../format/typed';

/** What the backend sends, and takes. */
export const CODE_DIGITS = 6;

/** Digits of what was typed or pasted, the whole message it came in too. */
export const smsCode = (typed: string): string => codeDigits(typed, CODE_DIGITS);

/** What is wrong with the number, or null. */
export function mobileProblem(mobile: string): FieldError | null {
  if (mobile === '') return wrong('mobile', '请输入手机号');
  return /^1[3-9]\d{9}$/.test(mobile) ? null : wrong('mobile', '手机号格式不正确，请检查');
}

/** What is wrong with the code, or null. */
export function codeProblem(code: string): FieldError | null {
  if (code === '') return wrong('code', '请输入验证码');
  return /^\d{4,6}$/.test(code) ? null : wrong('code', '请输入短信中的数字验证码');
}

/** Where a refusal belongs on the form, in whose words (V4 §Envelope). */
export function refusal(failure: Failure): FieldError {
  if (failure.kind === 'api') {
    switch (failure.code) {
      case 'INVALID_MOBILE_FORMAT':
      case 'MOBILE_REQUIRED':
        return wrong('mobile', '手机号格式不正确，请检查');
      case 'INVALID_VERIFICATION_CODE':
      case 'VERIFICATION_CODE_REQUIRED':
        return wrong('code', '验证码不正确，请核对后重新输入');
      case 'VERIFICATION_CODE_EXPIRED':
        return wrong('code', '验证码已过期，请重新获取');
    }
    if (failure.status < 500) return wrong('form', failure.message);
  }
  return { field: 'form', text: explainInLine(failure), retry: explain(failure).retry };
}

/** A button counts the seconds: the sentence beside it names none, or it would go stale. */
export function tooOften(field: Field): FieldError {
  return wrong(field, field === 'form' ? '操作太频繁，请稍候再试' : '验证码发送太频繁，请稍候再获取');
}

/** The backend that runs for a demonstration sends no message: it takes this. */
const DEMO_TEXT = '演示环境，验证码 123456';

/**
 * What to say once a code was asked for: where it went, or the backend's own sentence when it could not be sent.
 * @param is_demo what is shown is a demonstration: then the code is said
 */
export function sentText(
  mobile: string,
  { sms_sent, message, expires_in }: SentCode,
  is_demo: boolean,
): string {
  if (sms_sent === false) return is_demo ? DEMO_TEXT : message;
  const minutes = Math.floor(expires_in / 60);
  return `已发送至 ${maskedMobile(mobile)}${minutes > 0 ? `，${minutes} 分钟内有效` : ''}`;
}
