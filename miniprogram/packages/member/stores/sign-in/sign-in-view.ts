// The sign-in form in flat values.
import type { SignInStore } from './sign-in';
import type { Field } from './form';

/** What the page binds. */
export function signInFields(store: SignInStore): Record<string, () => string | boolean> {
  const errorOf = (field: Field): string => (store.error?.field === field ? store.error.text : '');
  return {
    mobile: () => store.mobile,
    code: () => store.code,
    agreed: () => store.agreed,
    sending: () => store.busy === 'send_code',
    signing_in: () => store.busy === 'sign_in',
    mobile_error: () => errorOf('mobile'),
    code_error: () => errorOf('code'),
    asking: () => store.asking,
    form_error: () => errorOf('form'),
    form_retry: () => store.error?.retry === true,
    sent_text: () => store.sent_text,
    sent: () => store.sent,
    /** Nothing can be sent: something is missing, or it was tried too often. */
    waiting: () => !store.is_full || store.wait_seconds > 0,
    send_text: () => sendText(store),
    can_send: () => store.busy === null && store.resend_seconds === 0,
    submit_text: () => submitText(store),
  };
}

function sendText(store: SignInStore): string {
  if (store.busy === 'send_code') return '发送中…';
  if (store.resend_seconds > 0) return `${store.resend_seconds} 秒后重发`;
  return store.code_sent ? '重新获取' : '获取验证码';
}

function submitText(store: SignInStore): string {
  if (store.busy === 'sign_in') return '登录中…';
  return store.wait_seconds > 0 ? `请 ${store.wait_seconds} 秒后再试` : '登录';
}
