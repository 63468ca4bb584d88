// CONFIG-1: what the boards can be narrowed to.
import type { FastifyInstance } from 'fastify';
import type { ApiSkillType } from '../../../../typings/xcx/config';
import type { Context } from '../../context';
import { requireWorker } from '../auth/gate';
import { serve } from '../envelope';

const SKILL_TYPES: readonly ApiSkillType[] = [
  { value: 'ALL', text: '全部' },
  { value: 'BILLIARD', text: '台球', icon: '🎱' },
  { value: 'SNOOKER', text: '斯诺克', icon: '🔴' },
  { value: 'MAHJONG', text: '麻将', icon: '🀄' },
  { value: 'KTV', text: 'KTV', icon: '🎤' },
];

export function configRoutes(app: FastifyInstance, ctx: Context): void {
  app.get(
    '/config/skill-types',
    serve(ctx, async (request) => {
      await requireWorker(ctx, request);
      return SKILL_TYPES;
    }),
  );
}
