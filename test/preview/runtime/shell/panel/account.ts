// Panel: who signs in by wx.login, the backend, and hints for trying the program.
import type { Person } from '../../../protocol';
import type { ApiState } from '../../api/state';
import type { HostPorts } from '../../ports/host';
import { element } from '../dom';
import { push, section } from './parts';

export function accountSection({ account }: ApiState): HTMLElement {
  const input = element('input');
  input.type = 'text';
  input.value = account.openid();
  input.setAttribute('aria-label', 'openid');
  input.addEventListener('change', () => account.setOpenid(input.value.trim()));
  return section('微信账号（openid）', input);
}

export function backendSection(ports: HostPorts): HTMLElement | null {
  const bases = Object.entries(ports.config.baseUrlMap);
  if (bases.length === 0) return null;
  const rows = bases.flatMap(([from, to]) => {
    const link = element('a', { text: to });
    link.href = to;
    link.target = '_blank';
    return [element('dt', { text: from }), element('dd', {}, link)];
  });
  return section('后端', element('dl', {}, ...rows));
}

/** Switches to another person's phone: removes what the program has stored, and starts it anew. */
function become({ account, store }: ApiState, { openid, path }: Person): void {
  store.clear();
  account.setOpenid(openid);
  history.replaceState(null, '', `#/${path}`);
  location.reload();
}

export function hintSections(ports: HostPorts, state: ApiState): HTMLElement[] {
  return (ports.config.hints ?? []).map(({ title, lines, people = [] }) => {
    const buttons = people.map((person) => push(person.text, () => become(state, person)));
    return section(
      title,
      ...(buttons.length === 0 ? [] : [element('div.buttons', {}, ...buttons)]),
      element('ul', {}, ...lines.map((text) => element('li', { text }))),
    );
  });
}
