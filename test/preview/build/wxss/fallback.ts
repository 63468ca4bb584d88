// A phone draws Chinese and emoji with its own fonts, whatever family a sheet names; a machine that builds has none. What the
// server gives under the name of the phone's font joins every list: before a sans-serif of the system, whose place the phone's
// font has there (behind one the browser leaves boxes where the font came late), and otherwise at the end.
import type { Root } from 'postcss';

/** As `server/fonts.ts` names it. */
const PHONE = "'PingFang SC'";
/** Not a list that could be longer, or one whose words are not known here. */
const WHOLE =
  /^(inherit|initial|unset|revert|revert-layer|caption|icon|menu|message-box|small-caption|status-bar)$|var\(/i;

const SYSTEM = /(^|[,\s])(sans-serif|system-ui|ui-sans-serif)(?=\s*(?:,|$))/i;

const joined = (list: string): string =>
  SYSTEM.test(list)
    ? list.replace(SYSTEM, (_whole, before: string, name: string) => `${before}${PHONE}, ${name}`)
    : `${list}, ${PHONE}`;

/** Gives the lists of `font-family` and `font` the phone's font, but for those that name it and for the fonts' own rules. */
export function fallToPhoneFont(root: Root): void {
  root.walkDecls(/^font(-family)?$/i, (declaration) => {
    const { parent, value } = declaration;
    if (parent?.type === 'atrule' && 'name' in parent && parent.name === 'font-face') return;
    if (value.trim() === '' || WHOLE.test(value.trim()) || /PingFang SC/i.test(value)) return;
    declaration.value = joined(value);
  });
}
