// Sizes of stored things, in words.

/** `0 KB`, `12 KB`, `3.4 MB`; anything above nothing is at least 1 KB. @param bytes ≥ 0 */
export function bytesText(bytes: number): string {
  const kilobytes = Math.ceil(bytes / 1024);
  return kilobytes < 1024 ? `${kilobytes} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
