// Why a task is abandoned, in the words that go to the server.

/** What coaches say most often. */
export const ABANDON_REASONS: readonly string[] = [
  '联系不上',
  '客户已到店',
  '客户不想被打扰',
  '搬离本市',
  '任务重复',
];

/** Of own words: with a reason before them they stay within the server's 200. */
export const LONGEST_WORDS = 180;

/** The reason as it is sent; empty where nothing was chosen or written. */
export function abandonReason(chosen: string, words: string): string {
  return [chosen, words.trim().slice(0, LONGEST_WORDS)].filter((part) => part !== '').join('：');
}
