// The tone of a coach's level, the same wherever a coach is named.
import { tableOf } from './lookup';

/** By the first character of the level: 星级, 高级, 中级, 初级. */
const tones = tableOf<string>({ 星: 'danger', 高: 'warn', 中: 'rare', 初: 'ok' });

/** Of `styles/tag.wxss`; a level that nobody knows is grey. */
export const levelTone = (level: string): string => tones[level.slice(0, 1)] ?? 'off';
