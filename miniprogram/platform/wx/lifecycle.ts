// The app's coming and going, and the phone's network, by wx's global listeners.
import { createListeners } from '../listeners';
import type { LifecyclePort, NetworkPort, NetworkState, ShowOptions } from '../ports';
import { promised } from './errors';

interface WxShowOptions {
  path?: string;
  query?: Record<string, string | undefined>;
  scene?: number;
}

function showOptions(options: WxShowOptions): ShowOptions {
  const query: Record<string, string> = {};
  for (const [name, value] of Object.entries(options.query ?? {}))
    if (value !== undefined) query[name] = value;
  return { path: options.path ?? '', query, scene: options.scene ?? 0 };
}

/** Call it while the app starts: it begins to listen at once. */
export function createWxLifecycle(): LifecyclePort {
  const shows = createListeners<ShowOptions>();
  const hides = createListeners<undefined>();
  let visible = true;
  wx.onAppShow((options) => {
    visible = true;
    shows.tell(showOptions(options));
  });
  wx.onAppHide(() => {
    visible = false;
    hides.tell(undefined);
  });
  return {
    get visible() {
      return visible;
    },
    onShow: shows.add,
    onHide: hides.add,
    launchOptions: () => showOptions(wx.getLaunchOptionsSync()),
  };
}

/** Call it once: it begins to listen at once. */
export function createWxNetwork(): NetworkPort {
  const changes = createListeners<NetworkState>();
  wx.onNetworkStatusChange(({ isConnected, networkType }) =>
    changes.tell({ connected: isConnected, type: networkType }),
  );
  return {
    async read() {
      const { networkType } = await promised<{ networkType: string }>((callbacks) =>
        wx.getNetworkType(callbacks),
      );
      return { connected: networkType !== 'none', type: networkType };
    },
    onChange: changes.add,
  };
}
