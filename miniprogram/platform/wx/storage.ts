// wx's synchronous storage as a StoragePort. Values are our own JSON text.
import type { StoragePort } from '../ports';

/** 1 MB a key by the platform's figure; a Chinese character may count three bytes, so a third of it in characters. */
const VALUE_LIMIT = 340_000;

export const wxStorage: StoragePort = {
  value_limit: VALUE_LIMIT,
  get(key) {
    const value: unknown = wx.getStorageSync(key);
    // An absent key answers ''; our own texts are never empty.
    return typeof value === 'string' && value !== '' ? value : undefined;
  },
  set: (key, value) => wx.setStorageSync(key, value),
  remove: (key) => wx.removeStorageSync(key),
  keys: () => wx.getStorageInfoSync().keys,
};
