// The account routes (AUTH-1…4 and the application). They need no approval.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { field, textField } from '../../http/input';
import { serve } from '../envelope';
import { invalid } from '../errors';
import { wordIn } from '../input';
import { requireUser } from './gate';
import { refresh, signIn } from './logins';
import { openidOf } from './openid';
import { apply, review } from './review';
import { STATUSES, userByOpenid, userInfo } from './users';

export function authRoutes(app: FastifyInstance, ctx: Context): void {
  app.post(
    '/login',
    serve(ctx, ({ body }) => signIn(ctx, userByOpenid(ctx, openidOf(ctx, textField(body, 'code'))))),
  );
  app.post(
    '/dev-login',
    serve(ctx, ({ body }) => {
      const openid = textField(body, 'openid');
      if (openid === undefined) throw invalid('openid 不能为空');
      const user = userByOpenid(ctx, openid);
      if (field(body, 'status') !== undefined) {
        review(ctx, { user_id: user.user_id, status: wordIn(body, 'status', STATUSES) });
      }
      return signIn(ctx, userByOpenid(ctx, openid));
    }),
  );
  app.get(
    '/me',
    serve(ctx, async (request) => userInfo(await requireUser(ctx, request))),
  );
  app.post(
    '/refresh',
    serve(ctx, ({ body }) => refresh(ctx, textField(body, 'refresh_token'))),
  );
  app.post(
    '/apply',
    serve(ctx, async (request) => apply(ctx, await requireUser(ctx, request), request.body)),
  );
}
