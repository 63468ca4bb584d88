// The backpack routes (V4 §2.1). Where the profiles differ, the other profile's route is an unknown one.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { beijingIso } from '../../clock';
import type { Context } from '../../context';
import type { Profile } from '../../profile';
import { requireCaller } from '../auth/gate';
import type { Caller } from '../auth/gate';
import { ok, serve } from '../envelope';
import type { Success } from '../envelope';
import { internal, notFound } from '../errors';
import { pathId, readBack } from '../ids';
import { UnknownRoute } from '../unknown-route';
import { itemById } from './items';
import type { Item } from './items';
import { readLedger } from './ledger';
import { listAvailable, listPage, markViewed, stats } from './list';
import { settle } from './orders';
import { redeem, refreshQr, requireOwner, useItem } from './redeem';
import { itemDetail } from './view';
import type { Viewer } from './view';
import { statusWord } from './words';

type Handle = (request: FastifyRequest, caller: Caller) => Success;

const itemId = (request: FastifyRequest) => pathId(request, 'item_id', '无效的物品ID');

function viewerOf(request: FastifyRequest, caller: Caller): Viewer {
  return { user_id: caller.user.user_id, origin: `${request.protocol}://${request.host}` };
}

function ownItem(ctx: Context, request: FastifyRequest, caller: Caller): Item {
  settle(ctx);
  const item = itemById(ctx, itemId(request));
  if (item === undefined) throw notFound('物品不存在');
  requireOwner(ctx, caller.user, item);
  return item;
}

function timeline(ctx: Context, request: FastifyRequest, caller: Caller): Success {
  if (ctx.profile === 'deployed') throw internal('ItemLifecycleService.getLifecycle is not a function');
  const item = ownItem(ctx, request, caller);
  const { tracking_code, item_name, item_type, item_id } = item;
  const rows = readLedger(ctx, item_id).map(({ at, ...row }) => ({ time: beijingIso(at), ...row }));
  const status = statusWord(ctx.profile, item.status);
  const data = { item_id: readBack(item_id), tracking_code, item_name, item_type, status, timeline: rows };
  return ok(data, '获取物品时间线成功');
}

export function backpackRoutes(app: FastifyInstance, ctx: Context): void {
  const signedIn = (handle: Handle, only?: Profile) =>
    serve(ctx, async (request) => {
      if (only !== undefined && only !== ctx.profile) throw new UnknownRoute();
      return handle(request, await requireCaller(ctx, request));
    });

  app.get(
    '/backpack/items',
    signedIn((request, caller) => ok(listPage(ctx, request.query, viewerOf(request, caller))), 'documented'),
  );
  app.get(
    '/backpack',
    signedIn((request, caller) => ok(listAvailable(ctx, viewerOf(request, caller))), 'deployed'),
  );
  app.get(
    '/backpack/stats',
    signedIn((request, caller) => ok(stats(ctx, viewerOf(request, caller)))),
  );
  app.post(
    '/backpack/mark-viewed',
    signedIn((_request, caller) => ok(markViewed(ctx, caller.user.user_id), '已全部标记为已读')),
  );
  app.get(
    '/backpack/items/:item_id',
    signedIn((request, caller) => {
      const item = ownItem(ctx, request, caller);
      return ok(itemDetail(ctx, item, viewerOf(request, caller)), '获取物品详情成功');
    }),
  );
  app.post(
    '/backpack/items/:item_id/redeem',
    signedIn((request, caller) =>
      ok(redeem(ctx, caller.user, itemId(request)), '核销码生成成功，请在有效期内到店出示'),
    ),
  );
  const refresh: Handle = (request, caller) =>
    ok(refreshQr(ctx, caller.user, itemId(request)), 'QR码刷新成功');
  app.get('/backpack/items/:item_id/redeem/refresh-qr', signedIn(refresh, 'documented'));
  app.post('/backpack/items/:item_id/redeem/refresh-qr', signedIn(refresh, 'deployed'));
  app.post(
    '/backpack/items/:item_id/use',
    signedIn((request, caller) => ok(useItem(ctx, caller.user, itemId(request)), '物品使用成功')),
  );
  app.get(
    '/backpack/items/:item_id/timeline',
    signedIn((request, caller) => timeline(ctx, request, caller)),
  );
}
