// D1: the application. What is taken of what was typed, what is refused where, and that nothing typed is ever lost.
import { autorun } from 'mobx-miniprogram';
import type { Failure } from '../../../../miniprogram/api/errors';
import { Apply } from '../../../../miniprogram/packages/entrance/stores/apply/apply';
import { applyFields, sentRows } from '../../../../miniprogram/packages/entrance/stores/apply/apply-view';
import { typed } from '../../../../miniprogram/packages/entrance/stores/apply/form';
import type { Field } from '../../../../miniprogram/packages/entrance/stores/apply/form';
import { Desk, person } from './kit';

const FILLED: Partial<Record<Field, string>> = {
  site_code: 'ab123',
  applied_role_text: '助教',
  phone: '138 0000 0031',
  nickname: ' 林夏 ',
};

function written(desk: Desk, more: Partial<Record<Field, string>> = {}): Apply {
  const apply = new Apply({ session: desk, area: desk.shelf });
  for (const [field, text] of Object.entries({ ...FILLED, ...more })) apply.type(field as Field, text);
  return apply;
}

const refused = (message: string, field?: string): Failure => ({
  ...{ kind: 'api', status: 422, code: '422', message },
  ...(field === undefined ? {} : { field }),
});

test.each([
  ['site_code', 'ab-123 ', 'AB123'],
  ['site_code', 'abc1234', 'ABC12'],
  ['phone', '+86 138-0000-0031', '13800000031'],
  ['phone', '138000000319', '13800000031'],
  ['nickname', '一'.repeat(30), '一'.repeat(20)],
  ['applied_role_text', '一'.repeat(30), '一'.repeat(20)],
  ['employee_number', '1'.repeat(30), '1'.repeat(20)],
  ['phone', '86138', '86138'],
] as const)('D1 the field %s takes of %j %j', (field, text, value) => {
  expect(typed[field](text)).toBe(value);
});

test('D1 what is sent is tidied, without an employee number that nobody gave', async () => {
  const desk = new Desk(person('pending'));
  expect(await written(desk).send()).toBe(true);
  expect(desk.applied).toEqual({
    site_code: 'AB123',
    applied_role_text: '助教',
    phone: '13800000031',
    nickname: '林夏',
  });
  expect(await written(desk, { employee_number: ' 0042 ' }).send()).toBe(true);
  expect(desk.applied).toMatchObject({ employee_number: '0042' });
});

test.each([
  ['site_code', 'A1234'],
  ['site_code', 'AB12'],
  ['applied_role_text', '  '],
  ['phone', '23800000031'],
  ['nickname', ''],
] as const)('D1 a %s of %j is refused on its field, and nothing is asked', async (field, value) => {
  const desk = new Desk(person('pending'));
  const apply = written(desk, { [field]: value });
  expect(await apply.send()).toBe(false);
  expect(apply.error?.field).toBe(field);
  expect(desk.calls).toEqual([]);
});

test('D1 a site code is judged by its form alone', async () => {
  const desk = new Desk(person('pending'));
  expect(await written(desk, { site_code: 'ZZ999' }).send()).toBe(true);
});

test.each<[Failure, string]>([
  [refused('手机号格式不正确', 'phone'), 'phone'],
  [refused('格式不正确', 'nickname'), 'nickname'],
  [refused('门店编号应为 2 位字母加 3 位数字'), 'site_code'],
  [refused('手机号格式不正确'), 'phone'],
  [refused('称呼不能为空'), 'nickname'],
  [refused('申请身份不能为空'), 'applied_role_text'],
  [refused('工号应为文字'), 'employee_number'],
  [refused('请检查后再试'), 'form'],
  [{ kind: 'api', status: 403, code: '403', message: '账号已停用' }, 'form'],
])('D1 the refusal %j stands on %s', async (failure, field) => {
  const apply = written(new Desk(failure));
  expect(await apply.send()).toBe(false);
  expect(apply.error?.field).toBe(field);
  expect(apply.error?.text).not.toBe('');
});

test('D1 nothing typed is lost: not by a failure, not by leaving', async () => {
  const desk = new Desk({ kind: 'maintenance', message: '维护中' });
  const apply = written(desk);
  expect(await apply.send()).toBe(false);
  expect(apply.error).toMatchObject({ field: 'form', retry: true });
  expect(new Apply({ session: desk, area: desk.shelf }).form).toEqual(apply.form);
});

test('D1 an application whose answer was lost counts once the server says that it is under review', async () => {
  const desk = new Desk({ kind: 'timeout' });
  const apply = written(desk);
  const refreshStaff = desk.refreshStaff;
  desk.refreshStaff = () => ((desk.next = person('pending')), refreshStaff());
  expect(await apply.send()).toBe(true);
  expect(desk.calls).toEqual(['apply', 'look']);
  expect(apply.sent).toMatchObject({ nickname: ' 林夏 ' });
});

test('D1 an application that was not taken may be sent again', async () => {
  const desk = new Desk({ kind: 'timeout' });
  const apply = written(desk);
  const refreshStaff = desk.refreshStaff;
  desk.refreshStaff = () => ((desk.next = person('new')), refreshStaff());
  expect(await apply.send()).toBe(false);
  expect(apply.error).toMatchObject({ field: 'form', retry: true });
});

test('D1 whoever is refused finds the form as it was sent, and what was sent as rows', async () => {
  const desk = new Desk(person('pending'));
  await written(desk).send();
  const again = new Apply({ session: desk, area: desk.shelf });
  expect(again.form.site_code).toBe('AB123');
  again.type('phone', '13900000000');
  expect(sentRows(again)).toEqual([
    { name: '门店码', value: 'AB123' },
    { name: '岗位', value: '助教' },
    { name: '手机号', value: '138****0031' },
    { name: '昵称', value: '林夏' },
  ]);
});

test('D1 correcting a field takes its complaint away; a field that is left wrong says so', () => {
  const apply = written(new Desk(person('pending')));
  apply.type('phone', '1380');
  apply.check('phone');
  expect(apply.error?.field).toBe('phone');
  apply.type('phone', '13800000031');
  expect(apply.error).toBeNull();
});

const shown = (apply: Apply | null): Record<string, unknown> =>
  Object.fromEntries(Object.entries(applyFields(() => apply)).map(([name, read]) => [name, read()]));

test('the page follows the form, and is empty where nobody is signed in', async () => {
  expect(shown(null)).toMatchObject({ site_code: '', form_error: '', form_retry: false, sending: false });
  const apply = written(new Desk({ kind: 'network' }), { phone: '' });
  const fields = applyFields(() => apply);
  const seen: unknown[] = [];
  const stop = autorun(() => seen.push([fields['phone']?.(), fields['phone_error']?.()]));
  await apply.send();
  apply.type('phone', '13800000031');
  stop();
  expect(seen).toEqual([
    ['', ''],
    ['', '请填写 11 位手机号'],
    ['13800000031', ''],
  ]);
  const sending = apply.send();
  expect(shown(apply)['sending']).toBe(true);
  await sending;
  expect(shown(apply)['sending']).toBe(false);
  expect(shown(apply)).toMatchObject({
    ...{ form_error: '网络连接失败，请检查网络后重试。', form_retry: true, nickname: ' 林夏 ' },
  });
});

test('two taps send one application', async () => {
  const desk = new Desk(person('pending'));
  const apply = written(desk);
  expect(await Promise.all([apply.send(), apply.send()])).toEqual([true, false]);
  expect(desk.calls).toEqual(['apply']);
});

test.each([
  ['approved', true],
  ['pending', true],
  ['new', false],
  ['rejected', false],
])('nothing to apply for (409): of somebody who is %s the form is over: %s', async (status, over) => {
  const desk = new Desk({ kind: 'api', status: 409, code: '409', message: '已有申请' });
  const apply = written(desk);
  const { refreshStaff } = desk;
  desk.refreshStaff = () => ((desk.next = person(status)), refreshStaff());
  expect(await apply.send()).toBe(over);
  expect(desk.calls).toEqual(['apply', 'look']);
  expect(apply.error?.field).toBe(over ? undefined : 'form');
  expect(apply.sending).toBe(false);
});

test('where even the review cannot be read, the application is not called sent', async () => {
  const desk = new Desk({ kind: 'timeout' });
  const apply = written(desk);
  expect(await apply.send()).toBe(false);
  expect(apply).toMatchObject({ sent: null, error: { field: 'form', retry: true } });
});

test('a clear refusal is believed: nobody is asked where the person stands', async () => {
  const desk = new Desk(refused('格式不正确', 'nickname'));
  await written(desk).send();
  expect(desk.calls).toEqual(['apply']);
});

test('what is being written goes before what was sent, until it is sent too', async () => {
  const desk = new Desk(person('pending'));
  const apply = written(desk);
  await apply.send();
  apply.type('nickname', '小林');
  expect(new Apply({ session: desk, area: desk.shelf }).form.nickname).toBe('小林');
  expect(new Apply({ session: desk, area: desk.shelf }).sent?.nickname).toBe(' 林夏 ');
  await apply.send();
  const again = new Apply({ session: desk, area: desk.shelf });
  expect([again.form.nickname, again.sent?.nickname]).toEqual(['小林', '小林']);
});

test('a field that is left empty, or is right, complains of nothing and keeps the complaint of another', async () => {
  const apply = written(new Desk(person('pending')), { nickname: '', phone: '' });
  apply.check('nickname');
  expect(apply.error).toBeNull();
  await apply.send();
  expect(apply.error?.field).toBe('phone');
  apply.check('site_code');
  apply.type('site_code', 'CD456');
  expect(apply.error?.field).toBe('phone');
});

test('typing takes the complaint about the whole form away', async () => {
  const apply = written(new Desk({ kind: 'network' }));
  await apply.send();
  expect(apply.error?.field).toBe('form');
  apply.type('nickname', '小林');
  expect(apply.error).toBeNull();
});

test('nothing was sent from this phone: there are no rows of it', () => {
  expect(sentRows(null)).toEqual([]);
  expect(sentRows({ sent: null })).toEqual([]);
});
