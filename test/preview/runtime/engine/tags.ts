// Which DOM tag stands for a WXML tag: built-ins become `wx-*`, their inner elements `h-*` lose the prefix, components keep theirs.

/** @param isBuiltin whether a dashed name (`scroll-view`) is a built-in and not a component */
export function domTag(tag: string, isBuiltin: (name: string) => boolean): string {
  if (tag === 'body') return 'body';
  if (tag.startsWith('h-')) return tag.slice(2);
  return tag.includes('-') && !isBuiltin(tag) ? tag : `wx-${tag}`;
}
