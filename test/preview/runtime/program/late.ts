// Components whose code comes later: a placeholder is shown until it has been fetched and run.
import type { SetupConfig } from '../../protocol';
import { addLateSheets } from './code-space';
import { componentSpace } from '../engine/engine';
import { installStandIns, type Place, type StandIn } from '../engine/stand-ins';
import type { TreeComponent } from '../engine/types';
import type { AppEvents, EventPort } from '../ports/events';
import type { Loader } from './loader';
import type { Page } from '../pages/page';
import type { PageStack } from '../pages/page-stack';
import type { ReportPort } from '../ports/host';

/** After this long `wx.onLazyLoadError` tells of a package that is still on its way. */
const TIMEOUT_MS = 10_000;

export interface LateDeps {
  config: SetupConfig;
  loader: Loader;
  stack: PageStack;
  events: EventPort<AppEvents>;
  report: ReportPort;
}

export interface Late {
  /** True while a component that was asked for is not there, and has not failed. */
  busy(): boolean;
  setTimeout(ms: number): void;
}

/** What a page has asked for. */
interface Wanted {
  /** Code paths whose code this page has: it draws them at once. */
  readonly here: Set<string>;
  /** Placeholders by the code path of their component; they stay if that fails. */
  readonly places: Map<string, Place[]>;
  /** Asked for since the last round. */
  asked: Set<string>;
}

export function createLate(deps: LateDeps): Late {
  const { config, loader, stack, events, report } = deps;
  const pages = new WeakMap<Page, Wanted>();
  let timeoutMs = TIMEOUT_MS;
  let rounds = 0;
  /** Pages whose next round has not begun; one that is left before it is ready never begins it. */
  const asking = new Set<Page>();

  const wantedOf = (page: Page): Wanted => {
    const known = pages.get(page) ?? { here: startOf(config, page), places: new Map(), asked: new Set() };
    pages.set(page, known);
    return known;
  };
  const packageOf = (path: string): string => config.comps[path]?.package ?? '';
  const tell = (paths: readonly string[], errMsg: string): void => {
    const roots = new Set(paths.map(packageOf));
    events.notify('LazyLoadError', { type: 'subpackage', subpackage: [...roots], errMsg });
    report.warn(`${paths.join(', ')}: ${errMsg}`);
  };

  const arrive = (path: string): void => {
    for (const page of stack.all()) {
      const wanted = pages.get(page);
      const places = wanted?.places.get(path);
      if (!wanted || !places || !page.backend) continue;
      wanted.places.delete(path);
      for (const one of config.requires[path] ?? [path]) wanted.here.add(one);
      addLateSheets(page.backend, path);
      for (const place of places) if (place.isThere()) place.replace();
    }
  };
  const fetchOne = async (path: string): Promise<void> => {
    const faults = await loader.ensureComponent(path);
    // A faulty file was reported already: its placeholder stays.
    if (!faults.some((fault) => fault.path === path)) arrive(path);
  };
  /** One round after each rendering, so that failures of one rendering are reported together. */
  const round = async (paths: readonly string[]): Promise<void> => {
    const pending = new Set(paths);
    const failed = new Map<string, string[]>();
    const timer = window.setTimeout(() => tell([...pending], 'loadSubpackage: timeout'), timeoutMs);
    const fetchAndTell = async (path: string): Promise<void> => {
      try {
        await fetchOne(path);
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        failed.set(words, [...(failed.get(words) ?? []), path]);
      }
      pending.delete(path);
    };
    await Promise.all(paths.map(fetchAndTell));
    window.clearTimeout(timer);
    for (const [words, which] of failed) tell(which, words);
  };
  const ask = (page: Page, path: string): void => {
    const wanted = wantedOf(page);
    wanted.asked.add(path);
    if (wanted.asked.size > 1) return;
    asking.add(page);
    page.whenReady(() => {
      asking.delete(page);
      if (page.state === 'gone') return;
      const paths = [...wanted.asked];
      wanted.asked = new Set();
      // Not while the page renders, for an element that is being moved is out of the tree for a moment.
      for (const [path, places] of wanted.places)
        wanted.places.set(
          path,
          places.filter((place) => place.isThere()),
        );
      rounds++;
      void round(paths).finally(() => rounds--);
    });
  };

  installStandIns((host, tag) => {
    const target = targetOf(config, host, tag);
    const page = target && stack.of(host);
    if (!target || !page) return null;
    const { path, standIn } = target;
    const wanted = wantedOf(page);
    if (config.lazy ? wanted.here.has(path) : isRegistered(path)) return null;
    return {
      tag: standIn,
      made(place) {
        wanted.places.set(path, [...(wanted.places.get(path) ?? []), place]);
        ask(page, path);
      },
    } satisfies StandIn;
  });
  // Components that are passed as generics are created by the engine, which asks here for their code.
  componentSpace.setComponentWaitingListener((_exported, path, owner) => {
    const page = stack.of(owner);
    if (!page) return;
    const { places } = wantedOf(page);
    places.set(path, places.get(path) ?? []);
    ask(page, path);
  });

  return {
    busy: () => {
      for (const page of asking) if (page.state === 'gone') asking.delete(page);
      return rounds > 0 || asking.size > 0;
    },
    setTimeout(ms) {
      timeoutMs = ms;
    },
  };
}

/** The components whose code a page has when it opens. */
const startOf = ({ requires }: SetupConfig, { route }: Page): Set<string> =>
  new Set([...(requires[route] ?? [route]), ...(requires['custom-tab-bar/index'] ?? [])]);

const isRegistered = (path: string): boolean =>
  componentSpace.getComponentByUrlWithoutDefault(`/${path}`, '') !== null;

function targetOf(
  { comps }: SetupConfig,
  { is }: TreeComponent,
  tag: string,
): { path: string; standIn: string } | null {
  const json = comps[is]?.json;
  const standIn = json?.componentPlaceholder?.[tag];
  const reference = json?.usingComponents[tag];
  return standIn === undefined || reference === undefined ? null : { path: reference.slice(1), standIn };
}
