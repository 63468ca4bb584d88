// Panel: who signs in by wx.login, the backend, and hints for trying the program.
import type { Person } from '../../../protocol';
import type { ApiState } from '../../api/state';
import type { HostPorts } from '../../ports/host';
import { element } from '../dom';
import { deskOf } from '../index';
import { fillIn, keepFilling } from './filling';
import { push, section } from './parts';

export function accountSection({ account }: ApiState): HTMLElement {
  const input = element('input');
  input.type = 'text';
  input.value = account.openid();
  input.setAttribute('aria-label', 'openid');
  input.addEventListener('change', () => account.setOpenid(input.value.trim()));
  return section('微信账号（openid）', input);
}

/** Opens beside the preview. @param what `a`, with a class where it looks like a button */
function linkTo(what: 'a' | 'a.push', url: string, text: string): HTMLAnchorElement {
  const link = element(what, { text });
  link.href = url;
  link.target = '_blank';
  return link;
}

export function backendSection(ports: HostPorts): HTMLElement | null {
  const bases = Object.entries(ports.config.baseUrlMap);
  if (bases.length === 0) return null;
  const rows = bases.flatMap(([from, to]) => [
    element('dt', { text: from }),
    element('dd', {}, linkTo('a', to, to)),
  ]);
  return section('后端', element('dl', {}, ...rows));
}

/**
 * Switches to another person's phone: removes what the program has stored, and starts it anew. Where the page in front
 * asks who somebody is, it is told, and nothing is removed.
 */
function become(ports: HostPorts, { account, store }: ApiState, { openid, path, fields }: Person): void {
  if (fields && fillIn(ports, fields)) {
    deskOf(ports.shell)?.closePanel();
    return;
  }
  store.clear();
  if (openid !== undefined) account.setOpenid(openid);
  if (fields) keepFilling(fields);
  history.replaceState(null, '', `#/${path}`);
  location.reload();
}

export function hintSections(ports: HostPorts, state: ApiState): HTMLElement[] {
  return (ports.config.hints ?? []).map(({ title, lines, people = [], links = [] }) => {
    const buttons = people.map((person) => push(person.text, () => become(ports, state, person)));
    const ways = links.map(({ text, url }) => linkTo('a.push', url, text));
    return section(
      title,
      ...(buttons.length + ways.length === 0 ? [] : [element('div.buttons', {}, ...buttons, ...ways)]),
      ...(lines.length === 0 ? [] : [element('ul', {}, ...lines.map((text) => element('li', { text })))]),
    );
  });
}
