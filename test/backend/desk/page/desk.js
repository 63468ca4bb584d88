// The desk page: tabs, the queue, and the live feed that keeps them fresh.
import { showApplications } from './applications.js';
import { watchCounter } from './counter.js';
import { attempt, clock, find, get, make, post } from './kit.js';
import { openTalk, refreshTalk } from './talk.js';

const WORDS = { waiting: '等待中', assigned: '已分配', active: '进行中', closed: '已关闭' };
let filter = '';
let chosen;

const fits = ({ status }) =>
  filter === '' || status === filter || (filter === 'open' && (status === 'assigned' || status === 'active'));

function row(session) {
  const { session_id, status, customer, unanswered, last, at, score } = session;
  const name = make(
    'span',
    {},
    make('b', { text: customer }),
    make('span', { className: `tag ${status}`, text: WORDS[status] }),
  );
  if (unanswered > 0) name.append(make('i', { text: unanswered }));
  if (score !== null) name.append(make('span', { className: 'tag', text: `${score} 星` }));
  return make(
    'li',
    { className: session_id === chosen ? 'on' : '', onclick: () => choose(session_id) },
    make('div', { className: 'avatar', text: customer.slice(-1) }),
    name,
    make('span', { className: 'when', text: clock(at) }),
    make('div', { className: 'last', text: last || '（还没有消息）' }),
  );
}

async function refreshQueue() {
  const { me, scripted_agent, sessions } = await get('/desk/sessions');
  find('#me').textContent = me;
  find('#script').checked = scripted_agent;
  const waiting = sessions.filter(({ status }) => status === 'waiting').length;
  Object.assign(find('#waiting'), { textContent: waiting, hidden: waiting === 0 });
  const rows = sessions.filter(fits).map(row);
  const none = make('li', { className: 'none', text: '这里还没有会话' });
  find('#queue').replaceChildren(...(rows.length === 0 ? [none] : rows));
}

async function choose(sessionId) {
  chosen = sessionId;
  find('#chat').classList.add('talking');
  await openTalk(sessionId);
  await refreshQueue();
}

for (const button of document.querySelectorAll('[data-filter]')) {
  button.onclick = () => {
    filter = button.dataset.filter;
    for (const other of document.querySelectorAll('[data-filter]'))
      other.classList.toggle('on', other === button);
    return refreshQueue();
  };
}
for (const button of document.querySelectorAll('[data-tab]')) {
  button.onclick = () => {
    for (const other of document.querySelectorAll('[data-tab]')) {
      other.classList.toggle('on', other === button);
      find(`#${other.dataset.tab}`).hidden = other !== button;
    }
    find('#chat').classList.remove('talking');
  };
}
find('#script').onchange = ({ target }) => attempt(() => post('/desk/script', { on: target.checked }));

function listen() {
  const feed = new EventSource('/desk/events');
  const link = find('#link');
  const say = (isUp) => {
    link.classList.toggle('up', isUp);
    link.textContent = isUp ? '在线' : '重连中';
  };
  feed.onopen = async () => {
    say(true);
    await refreshQueue();
    if (chosen !== undefined) await refreshTalk(chosen);
  };
  feed.onerror = () => say(false);
  feed.onmessage = async ({ data }) => {
    const { session_id } = JSON.parse(data);
    await refreshQueue();
    if (session_id === chosen) await refreshTalk(chosen);
  };
}

watchCounter();
listen();
await showApplications();
