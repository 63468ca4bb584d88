// Headers that WeChat adds to what a mini program sends, and those that it does not let through.

export const USER_AGENT =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 ' +
  'MicroMessenger/8.0.50(0x18003230) NetType/WIFI Language/zh_CN';

/** The Referer cannot be set by a mini program; connection headers belong to the bridge. */
const NOT_THE_APPS = new Set([
  'referer',
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'origin',
  'upgrade',
]);

/** The headers to send, in the order given, with WeChat's own added. */
export function appHeaders(own: readonly (readonly [string, string])[], appId: string): [string, string][] {
  const kept = own
    .filter(([name]) => !NOT_THE_APPS.has(name.toLowerCase()))
    .map(([name, value]): [string, string] => [name, value]);
  const has = (name: string): boolean => kept.some(([other]) => other.toLowerCase() === name);
  if (!has('user-agent')) kept.push(['User-Agent', USER_AGENT]);
  kept.push(['Referer', `https://servicewechat.com/${appId}/0/page-frame.html`]);
  return kept;
}
