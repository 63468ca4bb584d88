// Persistence by owner: versioned envelopes, caches that are removed when the phone is full, and a wipe that leaves
// nothing. A key is `<owner>:<cache|kept>/<name>`, so a person's things share a prefix that no other person's begin
// with.
import type { Clock, StoragePort } from './ports';
import type {
  Owner,
  StorageArea,
  StorageKey,
  StorageKind,
  StorageProblem,
  Store,
  Stored,
} from './storage-types';

interface Envelope {
  v: number;
  /** When it was written, ms. */
  t: number;
  d: unknown;
}

const KEY = /^(app|(?:customer|staff):[^:]+):(cache|kept)\/(.*)$/;

/** At most so many problems wait for a listener; more would only repeat them. */
const MOST_UNTOLD = 20;

/** Wraps raw storage. Storage that fails never crashes a page: it is reported, and the app lives without. */
export function createStore(raw: StoragePort, clock: Clock): Store {
  const listeners = new Set<(problem: StorageProblem) => void>();
  /** Problems that came before anybody listened. */
  let untold: StorageProblem[] = [];

  function report(kind: StorageProblem['kind'], key: string, error: unknown): void {
    const [, owner = 'app', , name = ''] = KEY.exec(key) ?? [];
    const reason = error instanceof Error ? error.message : 'unknown';
    const problem = { kind, owner: owner as Owner, name, reason };
    if (listeners.size === 0 && untold.length < MOST_UNTOLD) untold.push(problem);
    for (const listener of listeners) listener(problem);
  }

  function attempt<T>(kind: StorageProblem['kind'], key: string, run: () => T): T | undefined {
    try {
      return run();
    } catch (error) {
      report(kind, key, error);
      return undefined;
    }
  }

  const keys = () => attempt('read', '', () => raw.keys()) ?? [];
  const remove = (key: string): boolean =>
    attempt('remove', key, () => {
      raw.remove(key);
      return true;
    }) ?? false;

  function open(key: string): Envelope | undefined {
    const text = attempt('read', key, () => raw.get(key));
    return text === undefined ? undefined : readEnvelope(text);
  }

  /** The cache written longest ago, apart from those `spared`. An unreadable one goes first. */
  function oldestCache(spared: ReadonlySet<string>): string | undefined {
    let oldest: { key: string; t: number } | undefined;
    for (const key of keys()) {
      if (spared.has(key) || KEY.exec(key)?.[2] !== 'cache') continue;
      const t = open(key)?.t ?? -Infinity;
      if (oldest === undefined || t < oldest.t) oldest = { key, t };
    }
    return oldest?.key;
  }

  /** Writes, evicting old caches one by one while there is no room. */
  function put(key: string, text: string): boolean {
    if (text.length > raw.value_limit) {
      report('write', key, new Error(`${text.length} characters are over the limit of one value`));
      return false;
    }
    // A cache is removed only once. Storage that keeps it all the same would otherwise make this loop endless.
    const spared = new Set([key]);
    for (;;) {
      try {
        raw.set(key, text);
        return true;
      } catch (error) {
        const victim = oldestCache(spared);
        if (victim === undefined || !remove(victim)) {
          report('write', key, error);
          return false;
        }
        spared.add(victim);
      }
    }
  }

  function area(owner: Owner): StorageArea {
    const physical = (key: { name: string; kind: StorageKind }) => `${owner}:${key.kind}/${key.name}`;

    function readStored<T>(key: StorageKey<T>): Stored<T> | undefined {
      const envelope = open(physical(key));
      const value = envelope === undefined ? undefined : valueOf(key, envelope);
      return envelope === undefined || value === undefined ? undefined : { value, saved_at: envelope.t };
    }

    return {
      owner,
      readStored,
      read: (key) => readStored(key)?.value,
      write(key, value) {
        const envelope: Envelope = { v: key.version, t: clock.now(), d: value };
        return put(physical(key), JSON.stringify(envelope));
      },
      remove: (key) => remove(physical(key)),
      names(kind, prefix) {
        const start = `${owner}:${kind}/`;
        return keys()
          .filter((key) => key.startsWith(start + prefix))
          .map((key) => key.slice(start.length));
      },
    };
  }

  return {
    area,
    wipe(owner, kind) {
      const start = kind === undefined ? `${owner}:` : `${owner}:${kind}/`;
      for (const key of keys()) if (key.startsWith(start)) remove(key);
    },
    owners() {
      const found = new Set<Owner>();
      for (const key of keys()) {
        const owner = KEY.exec(key)?.[1];
        if (owner !== undefined) found.add(owner as Owner);
      }
      return [...found];
    },
    onProblem(listener) {
      listeners.add(listener);
      const before = untold;
      untold = [];
      before.forEach(listener);
      return () => void listeners.delete(listener);
    },
  };
}

function readEnvelope(text: string): Envelope | undefined {
  try {
    const value = JSON.parse(text) as Partial<Envelope> | null;
    if (typeof value?.v !== 'number' || typeof value.t !== 'number' || !('d' in value)) return undefined;
    return { v: value.v, t: value.t, d: value.d };
  } catch {
    // Half-written, or not ours: treated as absent.
    return undefined;
  }
}

/** A newer version (after a roll-back of the app) is dropped, an older one is migrated when the key knows how. */
function valueOf<T>(key: StorageKey<T>, envelope: Envelope): T | undefined {
  if (envelope.v === key.version) return key.decode(envelope.d);
  if (envelope.v > key.version || key.migrate === undefined) return undefined;
  return key.migrate(envelope.d, envelope.v);
}
