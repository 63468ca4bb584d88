// xcx AUTH-4: both tokens are new after each refresh; and what a refusal means.
import type { ApiRefreshResponse } from '../../../typings/xcx/auth';
import type { Exchange } from '../exchange';
import type { RefusalRules, Tokens } from '../gate';
import type { Route } from '../route';
import { record, schemaFor, text } from '../schema';

const refreshSchema = schemaFor<ApiRefreshResponse>()(
  record({ access_token: text, refresh_token: text }, {}),
);
const REFRESH: Route = { method: 'POST', path: '/refresh' };

/** Makes the gate's refresh. Rejects with `ApiError`. */
export function xcxRefresh(exchange: Exchange) {
  return async (tokens: Tokens): Promise<Tokens> => {
    const call = { route: REFRESH, schema: refreshSchema, options: { priority: 'first' } as const };
    const { data } = await exchange.send(
      { ...call, body: { refresh_token: tokens.refresh_token ?? '' } },
      {},
    );
    return data;
  };
}

/** xcx has no codes beside the status: any 401 is worth a refresh, a refused refresh is final. */
export const xcxRefusalRules: RefusalRules = {
  ofRequest: () => 'refresh',
  ofRefresh(failure) {
    if (failure.kind !== 'api') return 'undecided';
    if (failure.status === 403) return 'inactive';
    return failure.status === 400 || failure.status === 401 ? 'expired' : 'undecided';
  },
};
