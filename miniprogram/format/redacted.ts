// Text fit for a log: tokens, phone numbers, codes and ids are replaced by what they were.

const rules: readonly (readonly [RegExp, string])[] = [
  [/\beyJ[\w-]+\.[\w-]+(\.[\w-]+)?/g, '<token>'],
  [/\b[0-9A-F]{8}-(?:[0-9A-F]{4}-){3}[0-9A-F]{12}\b/gi, '<uuid>'],
  [/\b[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}\b/g, '<code>'],
  [/(^|\D)1\d{10}(?!\d)/g, '$1<phone>'],
  [/([?&][\w.-]+=)[^&\s"')]+/g, '$1<value>'],
];

/** `:12:34567` is where in a file; any other long number may be an id. */
const numbers = /(:\d+:\d+)|\d{5,}/g;

/** The text without anything that names a person or opens a door. Lines and columns of a stack stay. */
export function redacted(text: string): string {
  const named = rules.reduce((so_far, [pattern, stand_in]) => so_far.replace(pattern, stand_in), text);
  return named.replace(numbers, (_all, place: string | undefined) => place ?? '<number>');
}
