// Parts of a detail that the deployed system could not read: each is empty alone, so that nobody can tell it from nothing.
import type { Context } from '../context';

const NO_INSIGHT = { summary: '', strategies: [], suggestions: [] };
/** What a model wrote: it runs out after a day or a week and is then simply not there. */
const BY_AI = ['ai_insight', 'ai_analysis', 'talking_points', 'action_suggestions', 'ai_suggestion'];

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  const insight = typeof value === 'object' && value !== null && 'summary' in value;
  if (!insight) return null;
  return Object.fromEntries(Object.entries(NO_INSIGHT).filter(([name]) => name in value));
}

/** The view without the parts that failed, and without what ran out. */
export function withFailures<T extends Record<string, unknown>>(
  ctx: Context,
  view: T,
): Record<string, unknown> {
  const { failed_modules, ai_expired } = ctx.xcx.quirks;
  const gone = [...failed_modules, ...(ai_expired ? BY_AI : [])];
  return Object.fromEntries(
    Object.entries(view).map(([name, value]) => [name, gone.includes(name) ? emptied(value) : value]),
  );
}
