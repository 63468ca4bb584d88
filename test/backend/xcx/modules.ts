// Parts of a detail that the deployed system failed to read: it sends each of these empty, so that a client cannot tell
// a failure from an empty part.
import type { Context } from '../context';

const NO_INSIGHT = { summary: '', strategies: [], suggestions: [] };
/** Texts of a model: they expire after a day or a week and are then missing. */
const BY_AI = ['ai_insight', 'ai_analysis', 'talking_points', 'action_suggestions', 'ai_suggestion'];

function emptied(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  const insight = typeof value === 'object' && value !== null && 'summary' in value;
  if (!insight) return null;
  return Object.fromEntries(Object.entries(NO_INSIGHT).filter(([name]) => name in value));
}

/** The view without the parts that failed, and without texts that have expired. */
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
