// The application's rules and words, without any call. Only the form of the site code is checked: the backend takes a
// code that no store has, and the manager who reviews the application finds it.
import * as v from 'valibot';
import type { Failure } from '../../../../api/errors';
import { explain, explainInLine } from '../../../../api/explain';
import type { Application } from '../../../../api/xcx/auth';
import { keyFor } from '../../../../platform/storage-key';

export type Field = keyof Application;

/** What stands in the fields; nothing is absent while somebody writes. */
export type ApplyForm = Record<Field, string>;

export const EMPTY: ApplyForm = {
  site_code: '',
  applied_role_text: '',
  phone: '',
  employee_number: '',
  nickname: '',
};

const shape = v.object({
  site_code: v.string(),
  applied_role_text: v.string(),
  phone: v.string(),
  employee_number: v.string(),
  nickname: v.string(),
});

/** Both on the person's shelf: being written, and as it was last sent. */
export const draftKey = keyFor<ApplyForm>('apply.draft', 'kept', shape);
export const sentKey = keyFor<ApplyForm>('apply.sent', 'kept', shape);

export const ROLES = ['助教', '店长', '前台', '收银'] as const;

export interface FieldError {
  /** `form` for what is about none of them. */
  field: Field | 'form';
  text: string;
  /** Trying the same again is worth a button. */
  retry: boolean;
}

/** Makes of typed or pasted text what the field may hold: capitals, digits, no more than the backend takes. */
export const typed: Record<Field, (text: string) => string> = {
  site_code: (text) =>
    text
      .replace(/[^A-Za-z0-9]/g, '')
      .toUpperCase()
      .slice(0, 5),
  applied_role_text: (text) => text.slice(0, 20),
  phone: (text) => {
    const digits = text.replace(/\D/g, '');
    return (digits.length > 11 && digits.startsWith('86') ? digits.slice(2) : digits).slice(0, 11);
  },
  employee_number: (text) => text.slice(0, 20),
  nickname: (text) => text.slice(0, 20),
};

const rules: Record<Field, (value: string) => string> = {
  site_code: (value) => (/^[A-Z]{2}\d{3}$/.test(value) ? '' : '门店码是 2 个字母加 3 个数字，如 AB123'),
  applied_role_text: (value) => (value === '' ? '请填写岗位，或在下面选一个' : ''),
  phone: (value) => (/^1[3-9]\d{9}$/.test(value) ? '' : '请填写 11 位手机号'),
  nickname: (value) => (value === '' ? '请填写同事对您的称呼' : ''),
  employee_number: () => '',
};

/** The fields in the order of the page; the first wrong one is shown. */
const ORDER: readonly Field[] = ['site_code', 'applied_role_text', 'phone', 'nickname', 'employee_number'];

/** What is wrong with one field, or null. */
export function problemOf(form: ApplyForm, field: Field): FieldError | null {
  const text = rules[field](form[field].trim());
  return text === '' ? null : { field, text, retry: false };
}

/** What is wrong with the form, the first of it; null where it can be sent. */
export function problemIn(form: ApplyForm): FieldError | null {
  for (const field of ORDER) {
    const problem = problemOf(form, field);
    if (problem !== null) return problem;
  }
  return null;
}

/** What is sent: without an employee number where none was given. */
export function applicationOf(form: ApplyForm): Application {
  const { employee_number, ...others } = form;
  const number = employee_number.trim();
  return {
    ...others,
    applied_role_text: others.applied_role_text.trim(),
    nickname: others.nickname.trim(),
    ...(number === '' ? {} : { employee_number: number }),
  };
}

/** Words by which a refusal that names no field tells which one it is about. */
const named: [RegExp, Field][] = [
  [/门店/, 'site_code'],
  [/手机/, 'phone'],
  [/工号/, 'employee_number'],
  [/昵称|称呼/, 'nickname'],
  [/身份|岗位/, 'applied_role_text'],
];

/** Where a refusal belongs on the form, in whose words. */
export function refusal(failure: Failure): FieldError {
  if (failure.kind === 'api' && failure.status === 422) {
    const told = ORDER.find((field) => field === failure.field);
    const field = told ?? named.find(([words]) => words.test(failure.message))?.[1];
    const text = explain(failure).text;
    if (field !== undefined) return { field, text, retry: false };
  }
  return { field: 'form', text: explainInLine(failure), retry: explain(failure).retry };
}
