/** The owner's checklist, in words: all that has to be set outside the code before the program can be published. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LIMITS } from '../limits';
import type { Kind } from './domains';
import { isPlaceholder } from './domains';
import { factsOf, type Facts } from './facts';

export const CHECKLIST = 'docs/publish.md';
export const REMAKE = 'npm run gate -- --checklist';

const TITLES: Readonly<Record<Kind, string>> = {
  request: 'request 合法域名',
  socket: 'socket 合法域名',
  uploadFile: 'uploadFile 合法域名',
  downloadFile: 'downloadFile 合法域名',
};

/** The checklist that lies in a project, or nothing. */
export function readChecklist(root: string): string {
  const path = join(root, CHECKLIST);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** Makes it anew from the code. */
export function writeChecklist(root: string): void {
  mkdirSync(dirname(join(root, CHECKLIST)), { recursive: true });
  writeFileSync(join(root, CHECKLIST), checklist(factsOf(root)));
}

export function checklist(facts: Facts): string {
  return `${[
    `# Before it is published

Made from the code by \`${REMAKE}\`; the gate fails while it says anything else than the code. All of it is set by the owner
at mp.weixin.qq.com, unless a file is named. \`npm run upload\` without a key is a dry run: it checks all that can be checked
here and says what is still missing.`,
    account(facts),
    servers(facts),
    privacy(facts),
    library(facts),
    categories(facts),
    `## Then

- [ ] A licence is chosen, and the notices of what is shipped of others are where a user can reach them ([README](../README.md#licence)).
- [ ] The mini program itself is filed (小程序备案: 设置 → 基本设置).
- [ ] \`npm run upload\` shows a QR code: the trial runs on a phone, with 不校验合法域名 off.
- [ ] \`npm run upload -- upload --version 1.0.0 --note "…"\`, then 版本管理 → 提交审核, with an account of the store's for the review.`,
  ].join('\n\n')}\n`;
}

function account({ appid }: Facts): string {
  return `## AppID

- [ ] \`MINIPROGRAM_APPID\` (环境变量): 开发管理 → 开发设置 → AppID. \`project.config.json\` keeps \`${appid}\`, with which DevTools opens
      the program without an account.
- [ ] \`MINIPROGRAM_KEY\`: path of the upload key (小程序代码上传 → 密钥), whose IP list names the machine that uploads.`;
}

function servers({ origins, domains, hasWebView }: Facts): string {
  const shipped = origins.filter(({ environment }) => environment !== 'development');
  const placeholders = shipped.filter(({ address }) => isPlaceholder(address));
  const rows = (Object.keys(TITLES) as Kind[]).map((kind) => {
    const addresses = shipped
      .filter(({ name }) => domains[kind].includes(name))
      .map(({ address }) => `\`${kind === 'socket' ? address.replace(/^http/, 'ws') : address}\``);
    return [TITLES[kind], [...new Set(addresses)].join('<br>') || 'none'];
  });
  const real =
    placeholders.length === 0
      ? ''
      : `- [ ] \`miniprogram/config.ts\`: these are placeholders, which no server answers: ${placeholders
          .map(({ environment, name }) => `\`${[environment, name].filter(Boolean).join('.')}\``)
          .join(', ')}.\n`;
  return `## Servers

${real}- [ ] 开发管理 → 开发设置 → 服务器域名, each list as below. A domain is filed (ICP), has a certificate, is no IP address, and is
      called with exactly the port that the list has, or with none.

${table(['list', 'domains'], rows)}

- [ ] 业务域名: ${hasWebView ? 'the pages that `<web-view>` shows' : 'none, there is no `<web-view>`'}.`;
}

function privacy({ declared }: Facts): string {
  const rows = declared.map(({ information, interfaces, purpose, at }) => [
    information,
    purpose ?? '?',
    interfaces.length > 0
      ? interfaces.map((name) => `\`${name}\``).join('<br>')
      : 'typed, or made by the program',
    `\`${at.replace(/:\d+$/, '').replace(/^miniprogram\//, '')}\``,
  ]);
  return `## Privacy

- [ ] 设置 → 服务内容声明 → 用户隐私保护指引: exactly these, with these purposes. What is not declared does not work (errno 112). A person
      is asked before the first of these interfaces is used.

${table(['information', 'purpose', 'by', 'first used in'], rows)}`;
}

function library({ lowest, deciding, newer }: Facts): string {
  const rows = newer.map(({ name, since, without }) => [`\`${name}\``, since, without]);
  return `## Lowest base library

- [ ] 设置 → 基本设置 → 最低基础库版本: **${LIMITS.minimum_base_library}**. The code needs ${lowest}, for ${deciding.map((name) => `\`${name}\``).join(', ')}.

What is newer, and what a phone does that lacks it:

${table(['used', 'since', 'without it'], rows)}`;
}

function categories({ categories: needed }: Facts): string {
  const rows = needed.map(({ rooms, service, category, needs }) => [
    rooms.map((room) => `\`${room}\``).join(', '),
    service,
    category,
    needs,
  ]);
  return `## Categories

- [ ] 设置 → 基本设置 → 服务类目: one for each line; of two that fit, the owner's licence decides.

${table(['rooms', 'what is done there', 'category', 'asked for'], rows)}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
