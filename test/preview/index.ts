// The preview host: compiles a mini program and serves it to a browser, beside a backend.
import type http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Builder } from './build/builder';
import { describe } from './build/diagnostics';
import type { NpmPackages } from './build/npm';
import type { Diagnostic, Hint, LaunchOptions, Shaping } from './protocol';
import type { BridgeContext } from './server/http-bridge';
import { createListener } from './server/listener';
import type { Routes } from './server/routes';
import { Sessions } from './server/sessions';
import { ServerState } from './server/state';
import { watchFolders } from './server/watch';
import type { Watching } from './server/watch';

export interface PreviewOptions {
  /** Folder that holds app.json. */
  root: string;
  /** 0 (the default): any free port. Always on 127.0.0.1. */
  port?: number;
  /** Where the backend listens, `http://127.0.0.1:41234`. */
  backendUrl?: string;
  /** The base URL that the mini program itself names; calls to it go to `backendUrl`. */
  developmentUrl?: string;
  /** Rebuild and reload when a file changes. Not under jest: the watcher is an ES module. */
  watch?: boolean;
  /** No animations, fixed status bar. */
  deterministic?: boolean;
  /** Other defaults of a page load; the query string overrides them. */
  launch?: Partial<LaunchOptions>;
  appId?: string;
  /** Shown in the panel beside the phone: demo accounts and what else helps to try the program. */
  hints?: Hint[];
  /** Packages that `miniprogram_npm` lacks, as WeChat would pack them. */
  npm?: NpmPackages;
  /** Decides which requests are lost. */
  random?: () => number;
  /** One line for the terminal. */
  log?: (line: string) => void;
}

export interface Preview {
  url: string;
  port: number;
  rebuild: () => Promise<Diagnostic[]>;
  diagnostics: () => Diagnostic[];
  /** Changes the network of one page load (`?session=name`). */
  setShaping: (session: string, change: Partial<Shaping>) => Shaping;
  close: () => Promise<void>;
}

const LAUNCH: LaunchOptions = {
  frame: true,
  width: 390,
  height: 844,
  theme: 'light',
  locale: 'zh_CN',
  deterministic: false,
  fontScale: 1,
  seed: null,
  scene: 1001,
  strict: true,
};

const toTerminal = (line: string): void => void process.stderr.write(`${line}\n`);

/** Keys storage and files in the browser, names the program in the Referer. */
export const DEFAULT_APP_ID = 'touristappid';

const DEVELOPMENT_URL = 'http://127.0.0.1:8901';

function baseUrlMapOf({
  backendUrl,
  developmentUrl = DEVELOPMENT_URL,
}: PreviewOptions): Record<string, string> {
  return backendUrl === undefined ? {} : { [developmentUrl]: backendUrl.replace(/\/$/, '') };
}

function createRoutes(
  options: PreviewOptions,
  builder: Builder,
  state: ServerState,
  sessions: Sessions,
): Routes {
  const { deterministic = false, random = Math.random, appId = DEFAULT_APP_ID, log = toTerminal } = options;
  const baseUrlMap = baseUrlMapOf(options);
  const bridge = (session: string): BridgeContext => ({
    shaping: () => sessions.shaping(session),
    line: sessions.line(session),
    baseUrlMap,
    appId,
    random,
  });
  const settings = () => ({
    launch: { ...LAUNCH, deterministic, ...options.launch },
    baseUrlMap,
    hints: options.hints ?? [],
    version: state.version(),
    scriptBytes: state.scriptBytes(),
  });
  return { files: builder.files, state, sessions, settings, bridge, log };
}

const listen = (server: http.Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/** Builds once, then serves. Rejects when the port is taken or when the host itself does not compile. */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { root, port = 0, appId = DEFAULT_APP_ID, npm, log = toTerminal } = options;
  const builder = new Builder({ root, appId, npm });
  const state = new ServerState(builder);
  const sessions = new Sessions();
  const rebuild = async (host: boolean): Promise<Diagnostic[]> => {
    const { diagnostics, durationMs } = await state.rebuild(host);
    for (const diagnostic of diagnostics)
      log([describe(diagnostic), diagnostic.frame].filter(Boolean).join('\n'));
    log(
      `built in ${Math.round(durationMs)} ms${diagnostics.length > 0 ? `, ${diagnostics.length} to look at` : ''}`,
    );
    sessions.send({ type: 'built', buildId: state.buildId, diagnostics, durationMs });
    return diagnostics;
  };
  await rebuild(false);
  const server = createListener(createRoutes(options, builder, state, sessions));
  const listening = await listen(server, port);
  let watching: Watching | null = null;
  if (options.watch === true) {
    const own = [path.join(__dirname, 'runtime'), path.join(__dirname, 'client')];
    watching = await watchFolders([builder.files.root, ...own], async (files) => {
      const host = files.some((file) => own.some((folder) => file.startsWith(folder)));
      await rebuild(host).catch((error: unknown) =>
        log(`the preview host does not compile: ${String(error)}`),
      );
    });
  }
  return {
    url: `http://127.0.0.1:${listening}/`,
    port: listening,
    rebuild: () => rebuild(false),
    diagnostics: () => state.last.diagnostics,
    setShaping: (session, change) => sessions.setShaping(session, change),
    close: async () => {
      await watching?.close();
      sessions.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
