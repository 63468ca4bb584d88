// Evaluated before the runtime: makes `window.__preview`.
import type { PreviewHost } from '../protocol';
import { watchErrors } from './errors';
import { fontCssOf, launchOptions, seededRandom } from './launch';
import { KeptPackages } from './kept-packages';
import { Modules } from './modules';
import { createNet } from './net';
import { Packages } from './packages';
import { listenToServer } from './reload';

const launch = launchOptions(location.search, __previewServer.launch);
if (launch.seed !== null) Math.random = seededRandom(launch.seed);

// Random even when Math.random is seeded, so that two pages of one test have different networks.
const session = new URLSearchParams(location.search).get('session') ?? crypto.randomUUID();
const net = createNet(location.origin, session);
listenToServer(session, net.receive);

const errors: typeof __preview.errors = [];
const packages = new Packages({
  bytes: __previewServer.scriptBytes,
  pass: (root) => net.passPackage(root),
  kept: new KeptPackages(localStorage, __previewServer.version),
});
const loadPackage = (root: string): Promise<void> => packages.load(root);
let packageRoots: string[] = [];

/** Until the runtime is there, a call is a mistake of the host's own. */
const absent = (): never => {
  throw new Error('the preview runtime is not loaded');
};
const noHost: PreviewHost = {
  setup: absent,
  app: absent,
  views: absent,
  add: absent,
  start: absent,
  scope: absent,
};

const modules = new Modules({
  scope: () => __preview.host.scope(),
  loadPackageOf: (file) => loadPackage(packageRoots.find((root) => file.startsWith(`${root}/`)) ?? ''),
});

globalThis.__preview = {
  host: noHost,
  modules,
  session,
  client: {
    setup: (config, views) => {
      packageRoots = config.packages.map(({ root }) => root);
      __preview.host.setup({
        ...config,
        version: __previewServer.version,
        views,
        loadPackage,
        fetchPackage: (root) => packages.fetch(root),
        loadingPackage: () => packages.loading > 0,
        resourceBase: '/@app',
        fontCssUrl: fontCssOf(launch),
        baseUrlMap: __previewServer.baseUrlMap,
        hints: __previewServer.hints,
        net,
        launch,
      });
    },
  },
  unknownApis: [],
  errors,
  reportError: watchErrors(errors),
  loaded: () => ({ executed: [...modules.executed], fetched: [...packages.fetched] }),
  net,
  launch,
};
