// A short array in a page's data (chips, tiles, a handful of devices): set whole, and only when its content changed.
import { comparer, reaction } from 'mobx-miniprogram';
import type { Bindable } from './page';
import type { Off } from '../../platform/ports';

/** Bind in `attached`, call what it answers in `detached`. For lists that stay below some twenty entries. */
export function bindSmallList<T>(component: Bindable, field: string, read: () => readonly T[]): Off {
  return reaction(
    read,
    (list) => {
      const shown = component.data?.[field];
      // A page begins with empty ones.
      if (list.length > 0 || !Array.isArray(shown) || shown.length > 0) component.setData({ [field]: list });
    },
    { equals: comparer.structural, fireImmediately: true },
  );
}
