/** Takes out of a component's style sheet the rules for classes that nothing in the app can put together. */
import type { Rule, Root } from 'postcss';
import selectorParser from 'postcss-selector-parser';

/** A class is put together of a prefix and at most this many pieces: `t-button` + `--` + `size-` + `large`. */
const PIECES = 4;

/** Removes selectors, and rules that have none left. Keyframes and elements are left alone. */
export function dropUnused(root: Root, pieces: ReadonlySet<string>): void {
  const known = new Map<string, boolean>();
  const canBe = (name: string): boolean => {
    const made = known.get(name) ?? isMade(name, pieces);
    known.set(name, made);
    return made;
  };
  root.walkRules((rule) => {
    if (isKeyframe(rule)) return;
    const used = rule.selectors.filter((selector) => classesOf(selector).every(canBe));
    if (used.length === rule.selectors.length) return;
    if (used.length === 0) rule.remove();
    else rule.selectors = used;
  });
  root.walkAtRules((rule) => {
    if (rule.nodes?.length === 0) rule.remove();
  });
}

function isKeyframe({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && 'name' in parent && String(parent.name).endsWith('keyframes');
}

function classesOf(selector: string): string[] {
  const found: string[] = [];
  selectorParser((tree) => tree.walkClasses((node) => void found.push(node.value))).processSync(selector);
  return found;
}

/**
 * Whether a class name can be composed. One without `__part` or `--state` is a component's own name and always counts.
 */
export function isMade(name: string, pieces: ReadonlySet<string>): boolean {
  const start = name.search(/__|--/);
  return start <= 0 || pieces.has(name) || isJoined(name.slice(start), pieces, PIECES);
}

/**
 * Pieces meet at a dash or an underscore, on either side.
 * Numbers stand for what is counted, such as the dots of `__dot-{{index}}`.
 */
function isJoined(text: string, pieces: ReadonlySet<string>, left: number): boolean {
  if (text === '') return true;
  if (left === 0) return false;
  for (let end = text.length; end > 0; end -= 1) {
    const [piece, rest] = [text.slice(0, end), text.slice(end)];
    const isPiece = pieces.has(piece) || /^\d+$/.test(piece);
    if (
      isPiece &&
      (rest === '' || /[-_]$/.test(piece) || /^[-_]/.test(rest)) &&
      isJoined(rest, pieces, left - 1)
    )
      return true;
  }
  return false;
}
