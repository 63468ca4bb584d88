// docs/fields.md as data: which fields nobody on a page reads, and why.

/** `edge`: read inside of api/. `passed`: handed on under another type. `unread`: left alone. `open`: a page to come. */
export const KINDS = ['edge', 'passed', 'unread', 'open'] as const;
export type Kind = (typeof KINDS)[number];

export interface Line {
  /** Counts from 1. */
  at: number;
  text: string;
  type: string;
  /** Empty for a type that is no reply. */
  name: string;
  kind: string;
  why: string;
}

export interface FieldDocs {
  fields: Line[];
  strangers: Line[];
  /** Pages that are still to be built. */
  pages: string[];
}

const cellsOf = (text: string): string[] =>
  text
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
const nameIn = (cell: string): string | undefined => /^`([\w.]+)`$/.exec(cell)?.[1];

/**
 * Reads the tables: `### \`Type\`` with `| \`field\` | kind | why |`, the table of types that are no reply, and the
 * list of pages to come. Lines of any other form are prose and are skipped.
 */
export function readFieldDocs(markdown: string): FieldDocs {
  const docs: FieldDocs = { fields: [], strangers: [], pages: [] };
  let section = '';
  let type: string | undefined;
  markdown.split('\n').forEach((text, index) => {
    const heading = /^(#+) (.*)$/.exec(text);
    if (heading?.[1] === '##') section = heading[2] ?? '';
    if (heading) type = nameIn(heading[2] ?? '');
    const page = /^- `([\w/-]+)`/.exec(text)?.[1];
    if (section === 'Pages to come' && page !== undefined) docs.pages.push(page);
    const [first = '', second = '', third = ''] = cellsOf(text);
    const name = nameIn(first);
    if (name === undefined) return;
    const at = index + 1;
    if (type !== undefined) docs.fields.push({ at, text, type, name, kind: second, why: third });
    else docs.strangers.push({ at, text, type: name, name: '', kind: '', why: second });
  });
  return docs;
}
