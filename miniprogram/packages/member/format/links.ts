// What can be tapped in a text: addresses and telephone numbers.

export interface TextPart {
  text: string;
  /** Empty for what is only read. */
  link: '' | 'url' | 'phone';
  /** Where it begins. */
  at: number;
}

const PATH = '[^\\s<>"\'，。；：！？、（）【】《》「」“”…]*';
const URL = `https?://${PATH}|(?:[a-z0-9-]+\\.)+(?:com|cn|net|org|shop|vip|top)(?![a-z0-9-])(?:[/?]${PATH})?`;
const PHONE =
  '(?:\\+?86[- ]?)?1[3-9]\\d(?:[- ]?\\d{4}){2}|0\\d{2,3}[- ]?\\d{3,4}[- ]?\\d{4}|400[- ]?\\d{3}[- ]?\\d{4}';
const LINKS = `(${URL})|((?:${PHONE})(?!\\d))`;
/** Before a link, these make it a part of something else: a mail address, a longer number or word. */
const JOINED = /[\w@.+-]/;

/** The parts in their order; nothing where there is no link. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  const links = new RegExp(LINKS, 'gi');
  let end = 0;
  for (let found = links.exec(text); found !== null; found = links.exec(text)) {
    const { index } = found;
    const link = found[0];
    if (JOINED.test(text.charAt(index - 1))) continue;
    if (index > end) parts.push({ text: text.slice(end, index), link: '', at: end });
    parts.push({ text: link, link: found[1] === undefined ? 'phone' : 'url', at: index });
    end = index + link.length;
  }
  if (parts.length > 0 && end < text.length) parts.push({ text: text.slice(end), link: '', at: end });
  return parts;
}
