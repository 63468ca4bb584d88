// A subpackage's script, fetched after the first paint for those who need it, and again once there is a network.
import { reaction } from 'mobx-miniprogram';
import { LatePackage } from '../stores/service/late-package';
import { afterFirstPaint } from './launch/first-paint';
import type { Core } from './core';
import { oncePerCore } from './once';

export interface Late<Entry> {
  /** The package: nothing is fetched until `load` is called. */
  use(): LatePackage<Entry>;
  /** Fetches it for whoever is, or comes to be, one who needs it, once the first page has been painted. */
  prepare(): void;
}

/**
 * @param fetch `require.async` of the package's entry
 * @param wanted who needs it (observable)
 */
export function latePackage<Entry>(
  fetch: () => Promise<Entry>,
  wanted: (core: Core) => boolean,
): Late<Entry> {
  const use = oncePerCore(({ network }) => {
    const late = new LatePackage(fetch);
    reaction(
      () => network.connected,
      (connected) => {
        if (connected) void late.again();
      },
    );
    return late;
  });
  const prepare = oncePerCore((core) => {
    afterFirstPaint(() =>
      reaction(
        () => wanted(core),
        (is_wanted) => {
          if (is_wanted) void use().load();
        },
        { fireImmediately: true },
      ),
    );
  });
  return { use, prepare };
}
