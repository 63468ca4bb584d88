// Runs once, however often it is asked for.
let times = 0;

export const say = (word: string): string => `${word} ${++times}`;
export type Words = { say: typeof say };

/** A module of a third package. */
export const sayMore = (): Promise<string> =>
  require.async('../extra/more').then((more: { word: string }) => more.word);
