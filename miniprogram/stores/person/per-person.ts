// What belongs to whoever is signed in: built at their sign-in, disposed when they leave or move to another store, so
// no store resets itself. What is built uses the person's own client, storage, files and timers. These stop with the
// person: once they have signed out, promises of these never settle, so no code after an `await` runs. Observable
// (MobX).
import { action, observable, reaction, untracked } from 'mobx-miniprogram';
import { boundClient } from '../../api/bound-client';
import type { Client } from '../../api/client';
import { createAbort } from '../../platform/abort';
import { guardedArea, guardedFiles, guardedTimers } from '../../platform/guarded';
import type { FilesPort, Off, Platform, Timers } from '../../platform/ports';
import type { StorageArea } from '../../platform/storage-types';
import type { Service } from '../service/service';

/** A signed-in person, with all that is theirs alone. */
export interface Person<Api> extends Pick<Service<Api, unknown>, 'clock' | 'availability' | 'maintenance'> {
  /** For wrappers that live in a package. */
  client: Client;
  api: Api;
  area: StorageArea;
  files: FilesPort;
  timers: Timers;
  isPresent(): boolean;
  /** Runs when the person leaves. */
  onLeave(run: Off): void;
}

export interface PerPerson<T> {
  /** `null` while nobody is signed in. */
  readonly current: T | null;
  dispose(): void;
}

/**
 * Keeps one object for the person who is signed in at a backend.
 * @param service the backend: `core.v4` or `core.xcx`
 * @param phone its timers and files
 */
export function perPerson<Api, User, T>(
  service: Service<Api, User>,
  phone: Pick<Platform, 'timers' | 'files'>,
  build: (person: Person<Api>) => T,
): PerPerson<T> {
  const { identity, clock, availability, maintenance } = service;
  const box = observable.box<T | null>(null, { deep: false });
  const set = action((made: T | null) => box.set(made));
  let leave: Off = () => undefined;
  let is_disposed = false;
  /** Whose stay the present object is of. */
  let built: string | undefined;

  function enter(): void {
    built = stay();
    leave();
    const area = identity.area();
    if (area === undefined) return set(null);
    const left = createAbort();
    const own_timers = guardedTimers(phone.timers);
    const leaving: Off[] = [];
    const client = boundClient(service.client, left.signal);
    const made = build({
      clock,
      availability,
      maintenance,
      client,
      isPresent: () => !left.signal.aborted,
      api: service.apiOf(client),
      area: guardedArea(area, left.signal),
      files: guardedFiles(phone.files, left.signal),
      timers: own_timers,
      onLeave: (run) => void leaving.push(run),
    });
    leave = () => {
      left.abort();
      own_timers.stop();
      for (const run of leaving) run();
      leave = () => undefined;
    };
    set(made);
  }

  /** The state is what MobX watches; the stay tells one person, and one store, from the next. */
  const stay = () => (identity.state.state === 'signed_in' ? identity.stay() : undefined);
  /**
   * Also whenever the object is asked for: MobX runs reactions in the order of their beginning and defers those that begin
   * within another, and what is built for a person uses what else is theirs, whichever was built first.
   */
  const catchUp = (): void =>
    untracked(() => {
      if (stay() !== built) enter();
    });
  catchUp();
  const stop = reaction(stay, catchUp);
  return {
    get current() {
      if (!is_disposed) catchUp();
      return box.get();
    },
    dispose() {
      is_disposed = true;
      stop();
      leave();
      set(null);
    },
  };
}
