// xcx AUTH-4: both tokens are new after each refresh; and what a refusal means.
import type { Exchange } from '../exchange';
import type { RefusalRules, Tokens } from '../gate';
import { xcxRoutes } from './routes';
import { refreshSchema } from './schema/auth';

/** Makes the gate's refresh. Rejects with `ApiError`. */
export function xcxRefresh(exchange: Exchange) {
  return async (tokens: Tokens): Promise<Tokens> => {
    const call = { route: xcxRoutes.refresh, schema: refreshSchema, options: { priority: 'first' } as const };
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
