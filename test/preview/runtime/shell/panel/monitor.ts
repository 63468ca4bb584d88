// Panel: what the page in front costs: its calls of setData, their bytes, its nodes.
import { MAX_NODES } from '../../instance/set-data';
import type { HostPorts } from '../../ports/host';
import { element } from '../dom';
import { section } from './parts';

const EVERY_MS = 500;

const inKb = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`;

export function monitorSection(ports: HostPorts): HTMLElement {
  const words = element('p.monitor');
  const show = (): void => {
    const page = ports.pages.top();
    if (!page) return;
    const { calls, bytes, largest, nodes } = ports.pages.costs(page);
    words.textContent = `${calls} 次 · 共 ${inKb(bytes)} · 最大 ${inKb(largest)} · ${nodes} 个节点`;
    words.classList.toggle('much', nodes > MAX_NODES);
  };
  setInterval(show, EVERY_MS);
  return section('setData', words);
}
