// The account routes (AUTH-1…4 and the application). They need no approval.
import type { FastifyInstance } from 'fastify';
import type { Context } from '../../context';
import { field, textField } from '../../http/input';
import { serveAccount, serveDeployed } from '../envelope';
import { invalid } from '../errors';
import { idIn, wordIn } from '../input';
import { accountView, enter } from './account';
import { requireUser } from './gate';
import { refresh } from './logins';
import { openidOf } from './openid';
import { apply, review } from './review';
import { atStore } from './stores';
import { STATUSES, userByOpenid } from './users';

export function authRoutes(app: FastifyInstance, ctx: Context): void {
  app.post(
    '/login',
    serveAccount(ctx, ({ body }) => enter(ctx, userByOpenid(ctx, openidOf(ctx, textField(body, 'code'))))),
  );
  app.post(
    '/dev-login',
    serveAccount(ctx, ({ body }) => {
      const openid = textField(body, 'openid');
      if (openid === undefined) throw invalid('openid 不能为空', 'openid');
      const user = userByOpenid(ctx, openid);
      if (field(body, 'status') !== undefined) {
        review(ctx, { user_id: user.user_id, status: wordIn(body, 'status', STATUSES) });
      }
      return enter(ctx, userByOpenid(ctx, openid));
    }),
  );
  app.get(
    '/me',
    serveAccount(ctx, async (request) => accountView(ctx, await requireUser(ctx, request))),
  );
  app.post(
    '/refresh',
    serveAccount(ctx, ({ body }) => refresh(ctx, textField(body, 'refresh_token'))),
  );
  app.post(
    '/apply',
    serveAccount(ctx, async (request) =>
      accountView(ctx, apply(ctx, await requireUser(ctx, request), request.body)),
    ),
  );
  app.post(
    '/switch-store',
    serveDeployed(ctx, async (request) => {
      // The login for the other store stays good, so an answer that is lost on its way costs nothing.
      const user = await requireUser(ctx, request);
      const there = atStore(ctx, user, idIn(request.body, 'store_id'));
      return enter(ctx, there, there.store_id);
    }),
  );
}
