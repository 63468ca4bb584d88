// Staff: who applied and waits for a review, and who was decided on. Each refusal and stop is asked for its reason.
import { ask, attempt, clock, find, get, make, post } from './kit.js';

const AGAIN_MS = 5000;
const STATES = { approved: '在岗', rejected: '已拒绝', disabled: '已停用' };
const ROLES = { coach: '助教', manager: '店长' };
const GIVEN = { finance: '财务看板', all_customers: '全部客户' };

async function act(path, body) {
  await attempt(() => post(path, body));
  await refresh();
}

const review = (userId, decision) => act(`/desk/staff/${userId}/review`, decision);

async function withReason({ user_id, nickname }, status, label, value) {
  const reason = await ask({ title: `${label}${nickname}的原因`, value, label });
  if (reason !== undefined) await review(user_id, { status, reason });
}

/** As whom somebody is approved: by the words of the application, as a manager, or as a coach without an account. */
function placeChoice({ matched_coach_id }, freeCoaches) {
  const option = (value, text) => make('option', { value, text });
  const coaches = freeCoaches.map(({ coach_id, name, level }) =>
    option(coach_id, `助教 ${name}（${level}）`),
  );
  const select = make('select', {}, option('', '按申请身份'), option('manager', '店长'), ...coaches);
  select.setAttribute('aria-label', '通过后的身份');
  if (matched_coach_id !== null) select.value = String(matched_coach_id);
  return select;
}

const placeOf = ({ value }) =>
  value === '' ? {} : value === 'manager' ? { role: 'manager' } : { role: 'coach', coach_id: Number(value) };

function siteWords({ site_code, matched_store }) {
  return matched_store === null
    ? `门店编号 ${site_code ?? '--'}（没有对应的门店）`
    : `${site_code} ${matched_store}`;
}

function application(person, freeCoaches) {
  const { user_id, nickname, applied_role_text, phone, employee_number, applied_at } = person;
  const place = placeChoice(person, freeCoaches);
  const facts = [phone, employee_number === null ? null : `工号 ${employee_number}`, siteWords(person)];
  return make(
    'li',
    {},
    make('div', { className: 'avatar', text: [...nickname][0] ?? '' }),
    make(
      'div',
      {},
      make('b', { text: nickname }),
      make('span', { className: 'tag', text: applied_role_text ?? '' }),
      make('div', { className: 'when', text: facts.filter((fact) => fact !== null).join('，') }),
      make('div', { className: 'when', text: applied_at === null ? '' : `${clock(applied_at)} 申请` }),
    ),
    place,
    make('button', {
      className: 'primary',
      text: '通过',
      onclick: () => review(user_id, { status: 'approved', ...placeOf(place) }),
    }),
    make('button', {
      className: 'danger',
      text: '拒绝',
      onclick: () => withReason(person, 'rejected', '拒绝', '信息不符'),
    }),
  );
}

function permission({ user_id, permissions }, name) {
  const box = make('input', { type: 'checkbox', checked: permissions.includes(name) });
  box.onchange = () => act(`/desk/staff/${user_id}/permission`, { permission: name, allowed: box.checked });
  return make('label', { className: 'when' }, box, GIVEN[name]);
}

function memberActions(person) {
  const { user_id, status } = person;
  if (status !== 'approved')
    return [
      make('button', {
        text: status === 'rejected' ? '通过' : '恢复',
        onclick: () => review(user_id, { status: 'approved' }),
      }),
    ];
  return [
    permission(person, 'finance'),
    permission(person, 'all_customers'),
    make('button', { text: '下线', onclick: () => act(`/desk/staff/${user_id}/sign-out`, {}) }),
    make('button', {
      className: 'danger',
      text: '停用',
      onclick: () => withReason(person, 'disabled', '停用', '已离职'),
    }),
  ];
}

function member(person) {
  const { nickname, status, role, coach, level, store, review_note } = person;
  const place = [ROLES[role], coach, level, store].filter((word) => word !== null && word !== undefined);
  return make(
    'li',
    {},
    make('div', { className: 'avatar', text: [...nickname][0] ?? '' }),
    make(
      'div',
      {},
      make('b', { text: nickname }),
      make('span', { className: `tag ${status}`, text: STATES[status] }),
      make('div', { className: 'when', text: review_note ?? place.join(' · ') }),
    ),
    ...memberActions(person),
  );
}

async function refresh() {
  const { applications, staff, free_coaches } = await get('/desk/staff');
  Object.assign(find('#applying'), { textContent: applications.length, hidden: applications.length === 0 });
  // A choice that is being made is not taken away.
  if (document.activeElement?.tagName === 'SELECT') return;
  const none = make('li', { className: 'none', text: '没有待审核的申请' });
  const rows = applications.map((person) => application(person, free_coaches));
  find('#applications').replaceChildren(...(rows.length === 0 ? [none] : rows));
  find('#members').replaceChildren(...staff.map(member));
}

export async function showApplications() {
  await refresh();
  setInterval(() => void refresh(), AGAIN_MS);
}
