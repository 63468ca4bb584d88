// G3: texts that would run, draw or bend something if they were read as anything else than text. Whatever runs leaves
// `__xss` on a window, whatever becomes an element carries `data-xss`, whatever becomes style sets `--xss`.

const RUN = 'top.__xss=window.__xss=1';

/** Whole texts, each short enough for a name. */
export const FOREIGN: readonly string[] = [
  `<script data-xss>${RUN}</script>`,
  `<SCRIPT data-xss>${RUN}//</SCRIPT >`,
  `<img data-xss src=x onerror="${RUN}">`,
  `<IMG data-xss SRC=x OnErRoR=${RUN}>`,
  `<svg data-xss onload=${RUN}>`,
  `<svg data-xss/onload=${RUN}//`,
  `<iframe data-xss srcdoc="<script>${RUN}</script>">`,
  `<a data-xss href="javascript:${RUN}">点我</a>`,
  `<b data-xss>粗</b>`,
  `<input data-xss autofocus onfocus=${RUN}>`,
  `<details data-xss open ontoggle=${RUN}>`,
  `<math data-xss><mtext><img data-xss src=x onerror=${RUN}>`,
  `<style data-xss>*{--xss:1}</style>`,
  `</text></view><img data-xss src=x onerror=${RUN}>`,
  `</textarea><img data-xss src=x onerror=${RUN}>`,
  `</title></style><img data-xss src=x>`,
  `"><img data-xss src=x onerror=${RUN}>`,
  `' onmouseover='${RUN}' data-xss='`,
  `" style="--xss:1" data-xss="`,
  `red;--xss:1;background:url(javascript:1)`,
  `javascript:${RUN}`,
  `[点](javascript:${RUN})`,
  `![x](x"onerror="${RUN})`,
  `<javascript:${RUN}>`,
  '{{7*191}}',
  '${7*191}',
  `{{constructor.constructor("${RUN}")()}}`,
  `&lt;img data-xss src=x onerror=${RUN}&gt;`,
  `&amp;lt;script data-xss&amp;gt;${RUN}`,
  `&#60;img data-xss src=x onerror=${RUN}&#62;`,
  `\\u003cimg data-xss src=x onerror=${RUN}\\u003e`,
  `\u202e<b data-xss>反</b>`,
  `零\u200b宽\u200d<b data-xss>字</b>\ufeff`,
  `<!--<b data-xss>-->`,
  `<![CDATA[<b data-xss>]]>`,
  `__proto__`,
];

/** What a person sees of it: signs without a width, or that turn the others round, are none of it. */
export const seenOf = (text: string): string =>
  text.replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '').replace(/\s+/g, '');
