// A multipart/form-data body as WeChat sends it with wx.uploadFile.

export interface UploadedFile {
  name: string;
  fileName: string;
  type: string;
  bytes: Uint8Array;
}

const escaped = (text: string): string => text.replace(/["\r\n]/g, encodeURIComponent);

/** @returns the body and the content type with its boundary */
export function multipart(
  fields: Readonly<Record<string, unknown>>,
  file: UploadedFile,
): { body: Uint8Array; contentType: string } {
  const boundary = `----preview${Date.now().toString(36)}${Math.floor(performance.now() * 1000).toString(36)}`;
  const encoder = new TextEncoder();
  const lines = Object.entries(fields).map(
    ([name, value]) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"\r\n\r\n${String(value)}\r\n`,
  );
  const head =
    `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(file.name)}"; filename="${escaped(file.fileName)}"\r\n` +
    `Content-Type: ${file.type || 'application/octet-stream'}\r\n\r\n`;
  const before = encoder.encode(lines.join('') + head);
  const after = encoder.encode(`\r\n--${boundary}--\r\n`);
  const body = new Uint8Array(before.length + file.bytes.length + after.length);
  body.set(before);
  body.set(file.bytes, before.length);
  body.set(after, before.length + file.bytes.length);
  return { body, contentType: `multipart/form-data; boundary=${boundary}` };
}
