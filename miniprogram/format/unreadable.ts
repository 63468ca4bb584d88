// What stands in the place of a list's row that cannot be shown.

export const UNREADABLE_ROW = '这条内容暂时无法显示';

/** The line for so many rows; empty for none. */
export function unreadableText(count: number): string {
  if (count <= 0) return '';
  return count === 1 ? UNREADABLE_ROW : `${UNREADABLE_ROW}（共 ${count} 条）`;
}
