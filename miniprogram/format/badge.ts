// Counts in badges.

/** What a badge says of so many: at most three characters, nothing for none. */
export function badgeText(count: number): string {
  if (count <= 0) return '';
  return count > 99 ? '99+' : String(count);
}
