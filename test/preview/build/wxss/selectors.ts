// Rewrites WXSS selectors for the DOM that the runtime builds.
import selectorParser from 'postcss-selector-parser';
import { DASHED_BUILTINS } from '../../protocol';
import type { CodePath } from '../../protocol';

/** The runtime replaces this by the style scope's prefix, or by nothing. */
export const SCOPE_MARKER = '__S__';

const dashed: ReadonlySet<string> = new Set(DASHED_BUILTINS);

function domTag(tag: string): string {
  if (tag === 'page') return 'body';
  if (/^(html|body|\*)$/.test(tag) || tag.startsWith('wx-')) return tag;
  return tag.includes('-') && !dashed.has(tag) ? tag : `wx-${tag}`;
}

/** Returns the rewriter of one component's selectors. `scoped`: its classes are seen by nobody else. */
export function selectorRewriter(path: CodePath, scoped: boolean): (selector: string) => string {
  const processor = selectorParser((root) => {
    root.walkPseudos((pseudo) => {
      if (pseudo.value !== ':host') return;
      pseudo.replaceWith(selectorParser.pseudo({ value: `:where([is="${path}"])` }));
    });
    if (scoped) {
      root.walkClasses((node) => {
        node.value = SCOPE_MARKER + node.value;
      });
    }
    root.walkTags((tag) => {
      tag.value = domTag(tag.value);
    });
  });
  const known = new Map<string, string>();
  return (selector) => {
    const done = known.get(selector) ?? processor.processSync(selector);
    known.set(selector, done);
    return done;
  };
}
