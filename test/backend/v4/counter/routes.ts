// The counter's routes, for staff only: `{qr_content}` or `{code}`.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../context';
import { textField } from '../../http/input';
import { requireStaff } from '../auth/gate';
import { ok, serve } from '../envelope';
import { cancelAtCounter, redeemAtCounter } from './redeem';
import type { Shown } from './redeem';

export function shownIn(body: FastifyRequest['body']): Shown {
  return { qr_content: textField(body, 'qr_content'), code: textField(body, 'code') };
}

export function counterRoutes(app: FastifyInstance, ctx: Context): void {
  app.post(
    '/console/redemption/redeem',
    serve(ctx, async (request) => {
      const { user } = await requireStaff(ctx, request);
      return ok(redeemAtCounter(ctx, user.user_id, shownIn(request.body)), '核销成功');
    }),
  );
  app.post(
    '/console/redemption/cancel',
    serve(ctx, async (request) => {
      await requireStaff(ctx, request);
      return ok(cancelAtCounter(ctx, shownIn(request.body)), '核销订单已取消');
    }),
  );
}
