// One conversation: its lines, what the agent says, and what can be done with it.
import { ask, attempt, clock, find, get, make, post, toast } from './kit.js';

const section = () => find('#talk');

function line({ from, name, type, content, image_url, is_read, at }) {
  if (from === 'system') return make('li', { className: 'system', text: `${content} · ${clock(at)}` });
  const bubble = make('div', { className: type === 'image' ? 'bubble framed' : 'bubble' });
  if (type === 'image') bubble.append(make('img', { src: image_url, alt: '图片', loading: 'lazy' }));
  else bubble.textContent = content;
  const seen = from === 'agent' ? (is_read ? ' · 已读' : ' · 未读') : '';
  return make(
    'li',
    { className: from },
    bubble,
    make('small', { text: `${name ?? ''} ${clock(at)}${seen}` }),
  );
}

function head({ customer, mobile, agent, status, score, close_reason }) {
  find('.head .avatar').textContent = customer.slice(-1);
  find('.head b').textContent = customer;
  const rated = score === null ? '' : ` · 评分 ${score} 星`;
  const end = close_reason === null ? '' : ` · ${close_reason}`;
  find('.head small').textContent =
    `${mobile} · ${agent === null ? '未接待' : `接待：${agent}`}${end}${rated}`;
  const isClosed = status === 'closed';
  const accept = find('[data-do=accept]');
  accept.textContent = agent === null ? '接待' : '转给我';
  accept.classList.toggle('primary', agent === null);
  // What is mine already need not be taken.
  accept.hidden = isClosed || agent === find('#me').textContent;
  for (const button of document.querySelectorAll('.actions button')) button.disabled = isClosed;
  find('.say').hidden = isClosed;
}

/** Reads a session anew; the view follows the newest line unless the agent has scrolled up. */
export async function refreshTalk(sessionId) {
  const { session, messages } = await get(`/desk/sessions/${sessionId}`);
  if (section().dataset.session !== sessionId) return;
  head(session);
  const list = find('.lines');
  const follows = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  list.replaceChildren(...messages.map(line));
  if (follows) list.scrollTop = list.scrollHeight;
}

function send(sessionId) {
  const box = find('.say textarea');
  const content = box.value.trim();
  if (content === '') return;
  box.value = '';
  void attempt(() => post(`/desk/sessions/${sessionId}/send`, { content })).then((isSent) => {
    if (!isSent) box.value = content;
  });
}

async function act(sessionId, name) {
  const isClosing = name === 'close';
  const reason = isClosing
    ? await ask({ title: '结束会话的原因', value: '问题已解决', label: '结束' })
    : undefined;
  if (isClosing && reason === undefined) return;
  const isDone = await attempt(() => post(`/desk/sessions/${sessionId}/${name}`, { reason }));
  if (isDone && name === 'satisfaction') toast('已邀请顾客评价');
}

/** Shows a session with its latest line in view. */
export async function openTalk(sessionId) {
  const view = section();
  view.dataset.session = sessionId;
  view.replaceChildren(find('#talk-template').content.cloneNode(true));
  for (const button of view.querySelectorAll('.actions [data-do]'))
    button.onclick = () => act(sessionId, button.dataset.do);
  find('[data-do=back]').onclick = () => find('#chat').classList.remove('talking');
  find('.say').onsubmit = (event) => {
    event.preventDefault();
    send(sessionId);
  };
  find('.say textarea').onkeydown = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    send(sessionId);
  };
  find('.picture input').onchange = ({ target }) => {
    const [file] = target.files;
    target.value = '';
    if (file !== undefined) void attempt(() => post(`/desk/sessions/${sessionId}/image`, file));
  };
  await refreshTalk(sessionId);
}
