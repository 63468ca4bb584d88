/** WXS for the upload, which takes it as it is written: without comments of their own lines, indents and blank lines. */
export const bare = (text: string): string =>
  text
    .replace(/^[ \t]*\/\*[\s\S]*?\*\/[ \t]*$/gm, '')
    .replace(/^[ \t]*\/\/.*$/gm, '')
    .replace(/^\s+/gm, '');
