// The font's pieces, made once for all pages: by a link each page's document would read the whole sheet, ask for every piece
// that it uses, and lay its text out anew when they come.

/** Of the sheet, in its order; null until they are made. */
let pieces: readonly FontFace[] | null = null;
let asked = false;
/** Documents that have them. */
const holders = new Set<Document>();
const NOBODY = 'nobody';

const declared = ({ style }: CSSFontFaceRule, name: string): string => style.getPropertyValue(name);

function pieceOf(rule: CSSFontFaceRule): FontFace {
  return new FontFace(declared(rule, 'font-family').replace(/^["']|["']$/g, ''), declared(rule, 'src'), {
    style: declared(rule, 'font-style'),
    weight: declared(rule, 'font-weight'),
    unicodeRange: declared(rule, 'unicode-range'),
    display: declared(rule, 'font-display') as FontDisplay,
  });
}

/** A piece tells only the document that it was made in: others look anew when their set of fonts changes. */
function lookAnew(): void {
  const face = new FontFace(NOBODY, `local('${NOBODY}')`);
  for (const holder of holders) {
    holder.fonts.add(face);
    holder.fonts.delete(face);
  }
}

async function make(url: string): Promise<void> {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await (await fetch(url)).text());
  const rules = [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
  pieces = rules.map(pieceOf);
  // One that cannot be had is as if it were not in the sheet.
  for (const piece of pieces) piece.loaded.then(lookAnew, () => undefined);
}

/** @param url of the sheet, which documents read themselves as long as the pieces are not made */
export function addFonts(view: Window, url: string): void {
  const page = view.document;
  if (pieces !== null) {
    for (const piece of pieces) page.fonts.add(piece);
    holders.add(page);
    return;
  }
  const link = page.createElement('link');
  link.rel = 'stylesheet';
  link.href = url;
  page.head.append(link);
}

/** Makes the pieces, once, when the browser has nothing to do. Call it when a page is ready: they must not delay the first. */
export function shareFonts(url: string): void {
  if (asked || url === '') return;
  asked = true;
  // Where it fails each document goes on reading the sheet.
  window.requestIdleCallback(() => void make(url).catch(() => undefined));
}

/** Call it when a page goes: a piece knows all documents that have it, and would hold this one. */
export function takeFonts(view: Window): void {
  holders.delete(view.document);
  view.document.fonts.clear();
}
