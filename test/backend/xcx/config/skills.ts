// The kinds of play by which boards are narrowed, in the words of the profile.
import type { ApiProject } from '../../../../typings/xcx/boards';
import type { ApiSkillType } from '../../../../typings/xcx/config';
import type { Context } from '../../context';
import { wordIn } from '../input';

const SKILL_TYPES: readonly (ApiSkillType & { value: ApiProject })[] = [
  { value: 'ALL', text: '全部' },
  { value: 'BILLIARD', text: '台球', icon: '🎱' },
  { value: 'SNOOKER', text: '斯诺克', icon: '🔴' },
  { value: 'MAHJONG', text: '麻将', icon: '🀄' },
  { value: 'KTV', text: 'KTV', icon: '🎤' },
];
/** Until March 2026. */
const MARCH: Readonly<Record<ApiProject, string>> = {
  ALL: 'all',
  BILLIARD: 'chinese',
  SNOOKER: 'snooker',
  MAHJONG: 'mahjong',
  KTV: 'karaoke',
};

export const skillWord = (ctx: Context, skill: ApiProject): string =>
  ctx.xcx.isMarch ? MARCH[skill] : skill;

/** CONFIG-1. */
export const skillTypes = (ctx: Context): ApiSkillType[] =>
  SKILL_TYPES.map((skill) => ({ ...skill, value: skillWord(ctx, skill.value) }));

/** Reads a skill or project; all when it is absent. Throws 422. */
export function skillIn(ctx: Context, query: unknown, name: string): ApiProject {
  const words = SKILL_TYPES.map(({ value }) => skillWord(ctx, value));
  const word = wordIn(query, name, words, skillWord(ctx, 'ALL'));
  return SKILL_TYPES.find(({ value }) => skillWord(ctx, value) === word)?.value ?? 'ALL';
}
