// Which warnings of glass-easel are worth a developer's time. WeChat is silent about the rest.

const SILENT_IN_WECHAT = [
  /is not a valid property$/,
  /is not a valid event binding or slot value$/,
  /^no relation /,
  /^the target of relation /,
  /as for-list is generally for testing/,
  /from different behaviors is overriding or merging/,
];
const LIBRARY_NOISE = [
  /keys are not unique/,
  /^The for-list data/,
  /received type-incompatible value/,
  /^Generic /,
  /^Setting data field/,
];

export type Verdict = 'silent' | 'debug' | 'warn';

/** @param path code path of the component concerned; the app's developer cannot repair npm packages */
export function judgeWarning(message: string, path: string): Verdict {
  if (path.startsWith('wx/')) return 'silent';
  if (SILENT_IN_WECHAT.some((pattern) => pattern.test(message))) return 'silent';
  if (path.startsWith('miniprogram_npm/') && LIBRARY_NOISE.some((pattern) => pattern.test(message)))
    return 'debug';
  return 'warn';
}

/** TDesign's `<slot>` fallback content is reported as an error by glass-easel and ignored by WeChat. */
export const isLibrarySlotComplaint = (message: string, path: string): boolean =>
  path.startsWith('miniprogram_npm/') && /slot/i.test(message);
