// The fields and docs/fields.md against each other: every complaint says what to do about it.
import type { Coverage, Covered } from './coverage';
import { KINDS } from './docs';
import type { FieldDocs, Line } from './docs';

const FILE = 'docs/fields.md';
const keyOf = ({ type, name }: { type: string; name: string }): string => `${type}.${name}`;
const removal = (line: Line, what: string): string =>
  `${FILE}:${line.at} ${what}: remove the line ${line.text}`;

/** What a field's readers make of it. */
type State = { kind: 'app' | 'edge'; where: string } | { kind: 'none'; where: string };

function stateOf({ readers, unreached }: Covered): State {
  const reader = readers.find(({ kind }) => kind === 'app') ?? readers[0];
  if (reader !== undefined) {
    return { kind: reader.kind, where: `${reader.place}, for ${reader.pages.join(' and ')}` };
  }
  return { kind: 'none', where: unreached.length === 0 ? '' : ` (no page reaches ${unreached.join(', ')})` };
}

function complaintOfField(field: Covered, line: Line | undefined): string | undefined {
  const state = stateOf(field);
  const key = keyOf(field);
  if (line === undefined) {
    if (state.kind === 'app') return undefined;
    const kind = state.kind === 'edge' ? 'edge' : 'unread';
    const what =
      state.kind === 'edge' ? `only read at the edge (${state.where})` : `read by no page${state.where}`;
    return `${key} is ${what}: read it, or add to ${FILE}, below ${field.type}, | \`${field.name}\` | ${kind} | why |`;
  }
  if (state.kind === 'app') return removal(line, `${key} is read now (${state.where})`);
  if (state.kind === 'edge' && line.kind !== 'edge') {
    return `${FILE}:${line.at} ${key} is read at the edge now (${state.where}): let the line say edge, ${line.text}`;
  }
  if (state.kind === 'none' && line.kind === 'edge') {
    return `${FILE}:${line.at} ${key} is not read at the edge${state.where}: let the line say unread or open, ${line.text}`;
  }
  return undefined;
}

function complaintOfLine(line: Line, docs: FieldDocs, known: ReadonlySet<string>): string | undefined {
  const key = keyOf(line);
  if (!known.has(key)) return removal(line, `there is no field ${key} any more`);
  if (docs.fields.some((other) => other.at < line.at && keyOf(other) === key)) {
    return removal(line, `${key} is there twice`);
  }
  if (!KINDS.some((kind) => kind === line.kind)) {
    return `${FILE}:${line.at} “${line.kind}” is none of ${KINDS.join(', ')}: ${line.text}`;
  }
  if (line.why === '') return `${FILE}:${line.at} ${key} stands there without a reason`;
  const pages = [...line.why.matchAll(/`([\w/-]+)`/g)].map(([, page = '']) => page);
  if (line.kind === 'open' && !pages.some((page) => docs.pages.includes(page))) {
    return `${FILE}:${line.at} ${key} is open for no page to come (${docs.pages.join(', ')}): ${line.text}`;
  }
  return undefined;
}

function complaintsOfStrangers(strangers: readonly string[], lines: readonly Line[]): string[] {
  const unnamed = strangers.filter((name) => !lines.some(({ type }) => type === name));
  const gone = lines.filter(({ type }) => !strangers.includes(type));
  return [
    ...unnamed.map((name) => `${name} is no reply, nor part of one: add to ${FILE} | \`${name}\` | why |`),
    ...gone.map((line) => removal(line, `${line.type} is a reply, or there is no such type any more`)),
  ];
}

/** One sentence for each field and each line that is not as it should be; empty when the docs are true. */
export function complaints({ fields, strangers }: Coverage, docs: FieldDocs): string[] {
  const known = new Set(fields.map(keyOf));
  const lines = new Map(docs.fields.map((line) => [keyOf(line), line]));
  return [
    ...fields.map((field) => complaintOfField(field, lines.get(keyOf(field)))),
    ...docs.fields.map((line) => complaintOfLine(line, docs, known)),
    ...complaintsOfStrangers(strangers, docs.strangers),
  ].filter((complaint) => complaint !== undefined);
}
