import { autorun } from 'mobx-miniprogram';
import { createListeners } from '../../../../miniprogram/platform/listeners';
import type { NetworkState } from '../../../../miniprogram/platform/ports';
import { createMaintenanceStore } from '../../../../miniprogram/stores/service/maintenance';
import { createNetworkStore } from '../../../../miniprogram/stores/service/network';

function start(read: () => Promise<NetworkState>) {
  const changes = createListeners<NetworkState>();
  const store = createNetworkStore({ read, onChange: changes.add });
  const seen: string[] = [];
  autorun(() => seen.push(`${store.type} ${store.connected}`));
  return { changes, store, seen };
}

describe('the network store', () => {
  test('starts as connected, then follows the phone', async () => {
    const { changes, store, seen } = start(async () => ({ connected: true, type: 'wifi' }));
    await store.ready;
    changes.tell({ connected: false, type: 'none' });
    changes.tell({ connected: true, type: '5g' });
    expect(seen).toEqual(['unknown true', 'wifi true', 'none false', '5g true']);
    store.dispose();
    expect(changes.size).toBe(0);
  });

  test('a change that came before the first answer wins over it', async () => {
    const { changes, store } = start(async () => ({ connected: true, type: 'wifi' }));
    changes.tell({ connected: false, type: 'none' });
    await store.ready;
    expect(store.connected).toBe(false);
  });

  test('a phone that cannot say leaves the app as connected', async () => {
    const { store } = start(() => Promise.reject(new Error('no')));
    await store.ready;
    expect(store.connected).toBe(true);
  });
});

test('maintenance begins with what the backend says and ends once', () => {
  const store = createMaintenanceStore();
  const seen: string[] = [];
  autorun(() => seen.push(store.current.state));
  store.end();
  store.begin('升级', undefined);
  expect(store.current).toEqual({ state: 'maintenance', message: '升级' });
  store.end();
  store.end();
  expect(seen).toEqual(['none', 'maintenance', 'none']);
});
