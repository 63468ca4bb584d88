// Staff who applied and wait for a review; shown where the staff backend is there.
import { ask, attempt, find, get, make, post } from './kit.js';

const AGAIN_MS = 5000;

function row({ user_id, nickname, applied_role_text }) {
  const review = async (status, reason) => {
    await attempt(() => post('/dev/xcx/review', { user_id, status, reason }));
    await refresh();
  };
  const refuse = async () => {
    const reason = await ask({ title: `拒绝${nickname}的原因`, value: '信息不符', label: '拒绝' });
    if (reason !== undefined) await review('rejected', reason);
  };
  return make(
    'li',
    {},
    make('div', { className: 'avatar', text: nickname.slice(0, 1) }),
    make(
      'div',
      {},
      make('b', { text: nickname }),
      make('div', { className: 'when', text: applied_role_text ?? '' }),
    ),
    make('button', { className: 'primary', text: '通过', onclick: () => review('approved') }),
    make('button', { className: 'danger', text: '拒绝', onclick: refuse }),
  );
}

async function refresh() {
  const { items } = await get('/dev/xcx/applications');
  Object.assign(find('#applying'), { textContent: items.length, hidden: items.length === 0 });
  const rows =
    items.length === 0 ? [make('li', { className: 'none', text: '没有待审核的申请' })] : items.map(row);
  find('#applications').replaceChildren(...rows);
}

export async function showApplications() {
  const isOffered = (await fetch('/dev/xcx/applications')).ok;
  find('[data-tab=staff]').hidden = !isOffered;
  if (!isOffered) return;
  await refresh();
  setInterval(() => void refresh(), AGAIN_MS);
}
