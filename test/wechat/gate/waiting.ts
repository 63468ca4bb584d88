/**
 * Files that are written and tested before the pages that will use them. `waiting.json` names it by the start of its
 * path below `miniprogram/`, with the page it waits for. WeChat leaves such files out of an upload. The list only
 * shrinks: the gate refuses a line that no file needs any more.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The start of a path → the page it waits for. */
export type Waiting = Readonly<Record<string, string>>;

export const WAITING_FILE = 'test/wechat/gate/waiting.json';

/** The list of the project in `root`; empty when it has none. */
export function readWaiting(root: string): Waiting {
  const file = join(root, WAITING_FILE);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Waiting) : {};
}
