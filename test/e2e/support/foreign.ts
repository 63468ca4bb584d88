// Plants texts that are more than text elsewhere in all that both backends tell, and looks at what became of them.
import type { Frame, Page } from 'playwright-core';
import { FOREIGN } from '../../support/foreign-texts';
import type { World } from './world';

/** Columns of what a page shows. `list`: of a JSON list of words. `unique`: each row has a text of its own. */
const SHOWN: readonly (readonly [
  table: string,
  columns: readonly string[],
  how?: 'list' | 'unique' | 'rare',
])[] = [
  ['users', ['nickname']],
  ['items', ['item_name', 'merchant_name', 'source']],
  ['items', ['tracking_code'], 'unique'],
  ['items', ['item_type', 'rarity_code'], 'rare'],
  ['item_ledger', ['business_type', 'detail']],
  ['assets', ['display_name']],
  ['chat_messages', ['content']],
  ['chat_sessions', ['source', 'close_reason']],
  ['chat_issues', ['title', 'resolution']],
  ['chat_issues', ['issue_type'], 'rare'],
  ['authentication_sessions', ['login_platform']],
  ['xcx_users', ['nickname', 'applied_role_text', 'phone', 'employee_number', 'review_note', 'site_code']],
  ['xcx_stores', ['name']],
  ['xcx_coaches', ['name', 'level']],
  ['xcx_coaches', ['skills'], 'list'],
  ['xcx_customers', ['name']],
  ['xcx_customers', ['tags', 'hobbies'], 'list'],
  ['xcx_tables', ['name']],
  ['xcx_visits', ['drinks']],
  ['xcx_tasks', ['abandon_reason']],
  ['xcx_clues', ['tag', 'tag_color', 'emoji', 'text', 'source']],
  ['xcx_expenses', ['kind']],
  ['xcx_chats', ['title']],
];

/** Long ones, each of which has room for all. */
const LONG: readonly (readonly [table: string, column: string])[] = [
  ['items', 'item_description'],
  ['items', 'instructions'],
  ['chat_issues', 'description'],
  ['xcx_notes', 'content'],
];

/** Each row of each column has another one, until all have been; the long ones have all. */
export function plant({ backend: { db } }: World): void {
  for (const [table, column] of LONG)
    db.run(`UPDATE ${table} SET ${column} = ? WHERE ${column} IS NOT NULL`, FOREIGN.join('\n'));
  let turn = 0;
  for (const [table, columns, how] of SHOWN)
    for (const column of columns) {
      turn += 5;
      FOREIGN.forEach((text, at) => {
        const value = how === 'list' ? 'json_array(?)' : how === 'unique' ? "? || ' ' || rowid" : '?';
        // What the program looks words up by stays in most rows: else there would be little else to see.
        const some = how === 'rare' ? ' AND rowid % 3 = 0' : '';
        db.run(
          `UPDATE ${table} SET ${column} = ${value} WHERE ${column} IS NOT NULL AND (rowid + ?) % ? = ?${some}`,
          text,
          turn,
          FOREIGN.length,
          at,
        );
      });
    }
}

function tracesIn(frame: Frame): Promise<string[]> {
  return frame.evaluate(() => {
    const found = [...document.querySelectorAll('[data-xss], [style*="--xss"]')].map(
      ({ outerHTML }) => outerHTML,
    );
    const links = [...document.querySelectorAll('[href], [src], [action], [srcdoc]')].filter((element) =>
      ['href', 'src', 'action', 'srcdoc'].some((name) =>
        /^\s*javascript:|__xss/i.test(element.getAttribute(name) ?? ''),
      ),
    );
    const handlers = [...document.querySelectorAll('*')].filter((element) =>
      element.getAttributeNames().some((name) => name.startsWith('on')),
    );
    return [
      ...('__xss' in window ? ['a script ran'] : []),
      ...(getComputedStyle(document.documentElement).getPropertyValue('--xss') === ''
        ? []
        : ['a style took hold']),
      ...(/(?<!\d)1337(?!\d)/.test(document.body?.innerText ?? '') ? ['a template was worked out'] : []),
      ...[...found, ...[...links, ...handlers].map(({ outerHTML }) => outerHTML)].map((html) =>
        html.slice(0, 200),
      ),
    ];
  });
}

/** What the texts have made of a page and all that is in it; nothing, if they are text. */
export async function traces(page: Page): Promise<string[]> {
  return (await Promise.all(page.frames().map(tracesIn))).flat();
}

/** Windows of the browser's own that something opens from now on: they are closed and counted. */
export function countDialogs(page: Page): string[] {
  const opened: string[] = [];
  page.on('dialog', (dialog) => {
    opened.push(dialog.message());
    void dialog.dismiss();
  });
  return opened;
}
