/** What a file of the upload's copy is to hold, before names are shortened over all of them. */
export interface Draft {
  /** Below `miniprogram/`; a script's ends with `.js`. */
  path: string;
  kind: 'script' | 'packed' | 'sheet' | 'other';
  text: string;
}
