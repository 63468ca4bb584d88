// Reads a recording written as Markdown: headings, HTTP exchanges with their replies, socket events, and notes between.

export interface HttpEntry {
  kind: 'http';
  name: string;
  method?: string;
  path?: string;
  /** As sent; JSON where it was JSON. */
  body?: unknown;
  headers?: unknown;
  status?: number;
  set_cookie?: string;
  /** What else the line says. */
  note?: string;
  reply?: unknown;
  /** The reply as recorded, where it was cut and is no JSON any more. */
  reply_text?: string;
}

export interface EventEntry {
  kind: 'event';
  /** Which client saw it. */
  who: string;
  /** `in`: the server sent it, `out`: the client did. */
  direction: 'in' | 'out';
  /** Absent for raw frames. */
  event?: string;
  payload: unknown;
}

export interface NoteEntry {
  kind: 'note';
  text: string;
}

export type Entry = HttpEntry | EventEntry | NoteEntry;

export interface Section {
  title: string;
  entries: Entry[];
}

/** JSON as recorded; a list that was cut to `[…]` is read as empty. Other text stays text. */
function readJson(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replaceAll('[…]', '[]')) };
  } catch {
    return undefined;
  }
}

const jsonOrText = (text: string): unknown => readJson(text)?.value ?? text;

/** `**name** — `METHOD path` body `…` headers `…` → HTTP 200 (5 ms) · set-cookie: …` */
function readExchange(line: string): HttpEntry | undefined {
  const head = /^\*\*(.+?)\*\*(.*)$/.exec(line);
  const [, name, rest] = head ?? [];
  if (name === undefined || rest === undefined || !rest.includes('→')) return undefined;
  const entry: HttpEntry = { kind: 'http', name };
  const arrow = rest.lastIndexOf('→');
  const [request, outcome] = [rest.slice(0, arrow), rest.slice(arrow + 1).trim()];
  const [, method, path] = /`([A-Z]+) (\/\S*)`/.exec(request) ?? [];
  if (method !== undefined && path !== undefined) Object.assign(entry, { method, path });
  const [, body] = /body `(.*?)`(?= headers| *$)/.exec(request) ?? [];
  if (body !== undefined) entry.body = jsonOrText(body);
  const [, headers] = /headers `(.*?)` *$/.exec(request) ?? [];
  if (headers !== undefined) entry.headers = jsonOrText(headers);
  const [, status] = /^HTTP (\d{3})/.exec(outcome) ?? [];
  if (status === undefined) entry.note = outcome;
  else entry.status = Number(status);
  const [, cookie] = /set-cookie: (.*)$/.exec(outcome) ?? [];
  if (cookie !== undefined) entry.set_cookie = cookie;
  return entry;
}

/** `- [who] <= `event` `payload``, `- => `raw frame``. */
function readEvent(line: string): EventEntry | undefined {
  const named = /^- \[(.+?)\] (<=|=>) `(.+?)` `(.*)`$/.exec(line);
  const raw = /^- (<=|=>) `(.*)`$/.exec(line);
  if (named !== null) {
    const [, who = '', arrow, event = '', payload = ''] = named;
    return {
      kind: 'event',
      who,
      direction: arrow === '<=' ? 'in' : 'out',
      event,
      payload: jsonOrText(payload),
    };
  }
  if (raw === null) return undefined;
  const [, arrow, frame = ''] = raw;
  return { kind: 'event', who: 'frames', direction: arrow === '<=' ? 'in' : 'out', payload: frame };
}

/** A fenced reply belongs to the exchange before it; after a note (or none) it is an exchange of its own. */
function addReply(section: Section, text: string): void {
  const last = section.entries.at(-1);
  let entry: HttpEntry;
  if (last?.kind === 'http' && last.reply === undefined && last.reply_text === undefined) entry = last;
  else {
    entry = { kind: 'http', name: last?.kind === 'note' ? last.text : section.title };
    section.entries.push(entry);
  }
  const json = readJson(text);
  if (json === undefined) entry.reply_text = text;
  else entry.reply = json.value;
}

/** Every non-blank line ends in exactly one entry, heading or reply. */
export function parseRecording(markdown: string): Section[] {
  const sections: Section[] = [];
  let section: Section = { title: 'preface', entries: [] };
  let fence: string[] | undefined;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('```')) {
      if (fence !== undefined) addReply(section, fence.join('\n'));
      fence = fence === undefined ? [] : undefined;
    } else if (fence !== undefined) fence.push(line);
    else if (/^#{1,4} /.test(line)) {
      section = { title: line.replace(/^#+ /, ''), entries: [] };
      sections.push(section);
    } else if (line.trim() !== '') {
      section.entries.push(
        readExchange(line) ?? readEvent(line) ?? { kind: 'note', text: line.replace(/^- /, '') },
      );
    }
  }
  if (fence !== undefined) addReply(section, fence.join('\n'));
  return sections.filter(({ entries }) => entries.length > 0);
}
