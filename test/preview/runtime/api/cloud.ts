// wx.cloud: the preview has no cloud, so each call fails as it does for an environment that does not exist.
import { isRecord, type Options } from './check';
import { ApiFailure } from './failure';
import { callSafely } from './signal';
import { deliver, type ApiTable, type Result } from './table';

const NO_ENVIRONMENT = new ApiFailure(
  '-501000 | errMsg: [100003] Env Not Exists; there is no cloud behind the preview',
  {
    errCode: -501000,
  },
);

/** Callbacks or a promise, as with every API. */
const failing =
  (name: string) =>
  (given?: unknown): Promise<Result> | undefined => {
    const options: Options = isRecord(given) ? given : {};
    return deliver(name, options, () => Promise.reject(NO_ENVIRONMENT));
  };

type Chain = Record<string, unknown>;

const NARROWING = ['where', 'orderBy', 'limit', 'skip', 'field', 'doc'];
const ASKING = ['get', 'count', 'add', 'set', 'update', 'remove'];

/** A collection, a document or a query: narrowing gives another, asking fails. */
function collection(): Chain {
  const made: Chain = {};
  for (const name of NARROWING) made[name] = () => collection();
  for (const name of ASKING) made[name] = failing(`${name === 'get' ? 'collection' : 'document'}.${name}`);
  made['aggregate'] = () => aggregate();
  made['watch'] = (given?: unknown) => {
    const onError = isRecord(given) ? given['onError'] : undefined;
    if (typeof onError === 'function')
      setTimeout(() => callSafely(() => void (onError as (e: unknown) => void)(NO_ENVIRONMENT)), 0);
    return { close: () => Promise.resolve() };
  };
  return made;
}

/** Every stage gives the next. */
function aggregate(): unknown {
  const stages: object = new Proxy(
    { end: failing('collection.aggregate') },
    { get: (target, name) => (name in target ? Reflect.get(target, name) : () => stages) as unknown },
  );
  return stages;
}

/** `_.gt(1).and(_.lt(5))` and the like are only handed to a query. */
function commands(): unknown {
  const chain: object = new Proxy(() => chain, { get: (_, name) => (name === 'then' ? undefined : chain) });
  return chain;
}

const database = (): Chain => ({
  collection,
  command: commands(),
  Geo: commands(),
  serverDate: () => new Date(),
  RegExp: ({ regexp, options }: { regexp: string; options?: string }) => new RegExp(regexp, options),
  createCollection: failing('database.createCollection'),
  runTransaction: failing('database.runTransaction'),
});

const CALLS = [
  'callFunction',
  'callContainer',
  'connectContainer',
  'uploadFile',
  'downloadFile',
  'getTempFileURL',
  'deleteFile',
];

export function addCloud(table: ApiTable): void {
  const cloud: Chain = {
    init: () => undefined,
    database,
    CloudID: (id: string) => ({ cloudID: id }),
    CDN: (given: unknown) => given,
    services: {},
    extend: {},
  };
  for (const name of CALLS) cloud[name] = failing(`cloud.${name}`);
  // `new wx.cloud.Cloud({…})` names an environment of another account.
  cloud['Cloud'] = function Cloud() {
    return { ...cloud, init: () => Promise.resolve() };
  };
  table.value('cloud', cloud);
  table.standIn('there is no cloud: what is asked of it fails', ['cloud']);
}
