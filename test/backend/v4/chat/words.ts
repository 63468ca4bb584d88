// Words and colours that replies carry beside the codes, and the escaping of agents' text.
import type { SessionStatus } from './rows';

export const STATUS_WORDS: Readonly<Record<SessionStatus, readonly [word: string, color: string]>> = {
  waiting: ['等待中', '#faad14'],
  assigned: ['已分配', '#1890ff'],
  active: ['进行中', '#52c41a'],
  closed: ['已关闭', '#999999'],
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
  '/': '&#x2F;',
  '\\': '&#x5C;',
  '`': '&#96;',
};

/** As the deployed backend writes agents' text: `/` becomes `&#x2F;`. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'/\\`]/g, (character) => ESCAPES[character] ?? character);
}
