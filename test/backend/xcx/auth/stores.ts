// One person may belong to several stores; a login is for one of them, and what it sees is that store's.
import type { Context } from '../../context';
import { int, text } from '../../db/store';
import { forbidden } from '../errors';
import { userById } from './users';
import type { User } from './users';

export interface StoreCard {
  store_id: number;
  store_name: string;
}

/** The person's own store first. */
export function storesOf(ctx: Context, userId: number): StoreCard[] {
  const rows = ctx.store.all(
    `SELECT s.store_id, s.name FROM xcx_users u JOIN xcx_stores s USING (store_id) WHERE u.user_id = ?1
     UNION ALL
     SELECT s.store_id, s.name FROM xcx_memberships m JOIN xcx_stores s USING (store_id) WHERE m.user_id = ?1`,
    userId,
  );
  return rows.map((row) => ({ store_id: int(row, 'store_id'), store_name: text(row, 'name') }));
}

/** The person as that store knows them. Throws 403 for a store that they do not belong to. */
export function atStore(ctx: Context, user: User, storeId: number | undefined): User {
  const belongs = storesOf(ctx, user.user_id).some(({ store_id }) => store_id === storeId);
  const there = belongs ? userById(ctx, user.user_id, storeId) : undefined;
  if (there === undefined) throw forbidden('您不属于该门店');
  return there;
}
