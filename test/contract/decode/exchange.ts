// The client's own exchange over a phone that answers what a test says: decoding without a network.
import * as v from 'valibot';
import { createBudget } from '../../../miniprogram/api/budget';
import type { BackendName } from '../../../miniprogram/api/errors';
import { createExchange } from '../../../miniprogram/api/exchange';
import type { Reply } from '../../../miniprogram/api/call';
import type { Exchange } from '../../../miniprogram/api/exchange';
import type { Route } from '../../../miniprogram/api/route';
import type { Schema } from '../../../miniprogram/api/schema';
import { createServerClock } from '../../../miniprogram/api/server-clock';
import { unwrapV4 } from '../../../miniprogram/api/v4/envelope';
import { unwrapXcx } from '../../../miniprogram/api/xcx/envelope';
import { createTimeTeacher } from '../../../miniprogram/api/witnesses';
import { PlatformError } from '../../../miniprogram/platform/failure';
import type { HttpRequest, HttpResponse } from '../../../miniprogram/platform/ports';

export interface Said {
  status: number;
  body: string;
  headers?: HttpResponse['headers'];
}

const clock = { now: () => 1_795_300_000_000 };

/** An exchange whose phone answers by `answer`. */
export function exchangeOver(
  backend: BackendName,
  answer: (request: HttpRequest) => Promise<HttpResponse>,
): Exchange {
  return createExchange({
    backend,
    base_url: 'http://127.0.0.1',
    unwrap: backend === 'v4' ? unwrapV4 : unwrapXcx,
    http: { request: answer },
    upload: { upload: () => Promise.reject(new PlatformError('network', 'no upload here')) },
    budget: createBudget(10),
    clock,
    teach: createTimeTeacher(createServerClock(clock)),
    request_ms: 1000,
    upload_ms: 1000,
    headers: () => ({}),
  });
}

/** What a wrapper makes of a reply with that text. */
export function decodeReply(
  backend: BackendName,
  route: Route,
  schema: Schema<unknown> | undefined,
  said: Said,
): Promise<Reply<unknown>> {
  const exchange = exchangeOver(backend, async () => ({ headers: [], cookies: [], ...said }));
  const params = Object.fromEntries([...route.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, '1']));
  return exchange.send({ route, params, schema: schema ?? v.unknown() }, {});
}
