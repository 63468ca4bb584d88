// The application in flat values: its fields, and what was sent.
import { maskedMobile } from '../../../../format/person';
import type { Apply } from './apply';
import type { Field, FieldError } from './form';

const NOTHING = '';

/** What the form's page binds; empty where nobody is signed in. */
export function applyFields(apply: () => Apply | null): Record<string, () => string | boolean> {
  const value = (field: Field) => () => apply()?.form[field] ?? NOTHING;
  const errorOf = (field: FieldError['field']) => () => {
    const error = apply()?.error;
    return error?.field === field ? error.text : NOTHING;
  };
  return {
    site_code: value('site_code'),
    applied_role_text: value('applied_role_text'),
    phone: value('phone'),
    employee_number: value('employee_number'),
    nickname: value('nickname'),
    site_code_error: errorOf('site_code'),
    applied_role_text_error: errorOf('applied_role_text'),
    phone_error: errorOf('phone'),
    employee_number_error: errorOf('employee_number'),
    nickname_error: errorOf('nickname'),
    form_error: errorOf('form'),
    form_retry: () => apply()?.error?.retry === true,
    sending: () => apply()?.sending === true,
  };
}

export interface SentRow {
  name: string;
  value: string;
}

/** What was sent, as the review shows it; none where this phone does not know. */
export function sentRows(apply: Pick<Apply, 'sent'> | null): SentRow[] {
  const sent = apply?.sent;
  if (sent === null || sent === undefined) return [];
  const rows = [
    { name: '门店码', value: sent.site_code },
    { name: '岗位', value: sent.applied_role_text },
    { name: '手机号', value: maskedMobile(sent.phone) },
    { name: '昵称', value: sent.nickname },
    { name: '工号', value: sent.employee_number },
  ];
  return rows.map(({ name, value }) => ({ name, value: value.trim() })).filter(({ value }) => value !== '');
}
