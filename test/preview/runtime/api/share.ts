// Sharing: asks the page for its card and shows what would be sent.
import type { HostPorts } from '../ports/host';
import { showToast } from '../shell/overlay/toast';
import type { ApiTable } from './table';

export interface ShareSource {
  from: 'button' | 'menu';
  target?: unknown;
}

export class Sharing {
  constructor(private readonly ports: HostPorts) {}

  /** @returns the card of the top page, or null when the page does not share */
  share(source: ShareSource): Record<string, unknown> | null {
    const page = this.ports.pages.top();
    const ask = page?.caller?.['onShareAppMessage'];
    if (!page?.caller || typeof ask !== 'function') return null;
    const given: unknown = ask.call(page.caller, source);
    const card: Record<string, unknown> = {
      title: '',
      path: page.route,
      ...(typeof given === 'object' && given !== null ? given : {}),
    };
    const words = `转发卡片（预览）：${String(card['title'])}\n${String(card['path'])}`;
    showToast(this.ports.shell.overlay, { title: words, icon: 'none', image: '', mask: false }, 2500);
    return card;
  }
}

export function addSharing(table: ApiTable): void {
  for (const name of ['showShareMenu', 'hideShareMenu', 'updateShareMenu'])
    table.async(name, () => undefined);
  table.standIn('the preview has no share menu', ['showShareMenu', 'hideShareMenu', 'updateShareMenu']);
  table.event('CopyUrl');
}
