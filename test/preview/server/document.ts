// The one HTML document: empty, so that the shell draws everything.
import { fontCssOf, launchOptions } from '../client/launch';
import type { ServerSettings } from '../client/settings';

/** `<` would let a value end the script element. */
const embed = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** @param search the query that the document is asked for by */
export function documentHtml(settings: ServerSettings, search: string): string {
  const font = fontCssOf(launchOptions(search, settings.launch));
  return `<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>Preview</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${font}">
</head><body>
<script>window.__previewServer = ${embed(settings)};</script>
<script src="/@build/host.js"></script>
<script src="/@build/main.js"></script>
</body></html>`;
}
