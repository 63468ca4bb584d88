/** What an older base library ignores without harm, and what happens then. A test refuses a line that no code needs. */
export const DEGRADES: Readonly<Record<string, string>> = {
  'RequestOption.enableChunked': 'a streamed answer comes whole, at its end',
  'VibrateShortOption.type': 'it vibrates as strongly as the phone likes',
  'PageScrollToOption.offsetTop': 'a day of the records stops with its head below the bar',
  '<input type="nickname">': 'the keyboard offers no nickname: it is typed',
};
