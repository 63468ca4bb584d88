// The rooms of the house, how much is in each, and who imports whom.
import type { Kind, Source } from './sources';

/** The floors of what is shipped, from the top down. */
export const FLOORS = ['pages', 'compose', 'stores', 'realtime', 'api', 'platform', 'format'] as const;
export type Floor = (typeof FLOORS)[number];

/** The columns: the main package, and what is fetched beside it. */
export const PACKAGES = ['main', 'member', 'entrance', 'staff', 'assistant', 'charts'] as const;
export type Package = (typeof PACKAGES)[number];

/** What `test/` holds, programs first. */
export const TESTS = [
  ...(['backend', 'preview', 'wechat', 'support'] as const),
  ...(['unit', 'component', 'contract', 'e2e', 'chaos', 'bench', 'mutants'] as const),
];
export type TestRoom = (typeof TESTS)[number];

export interface Size {
  files: number;
  lines: number;
}

export type Place =
  | { part: 'house'; floor: Floor; pack: Package }
  | { part: 'test'; room: TestRoom }
  | { part: 'typings' };

const isOneOf = <T extends string>(names: readonly T[], name: string): name is T =>
  (names as readonly string[]).includes(name);

/**
 * Where a file stands. Pages, components and styles are one floor; so is what the root holds and a package's entry, by which
 * pages are reached. @returns nothing for the scripts that start `test/` itself
 */
export function placeOf(file: string): Place | undefined {
  const [top = '', ...below] = file.split('/');
  if (top === 'typings') return { part: 'typings' };
  if (top === 'test') {
    const [room = ''] = below;
    return isOneOf(TESTS, room) ? { part: 'test', room } : undefined;
  }
  const [first = '', pack = '', ...rest] = below;
  if (first === 'packages') {
    if (!isOneOf(PACKAGES, pack)) throw new Error(`the drawing has no column for packages/${pack}`);
    return { part: 'house', floor: floorOf(rest), pack };
  }
  return { part: 'house', floor: floorOf(below), pack: 'main' };
}

function floorOf([folder = '', ...more]: readonly string[]): Floor {
  // Which servers, and how patient: like format/ it knows nobody.
  if (folder === 'config.ts') return 'format';
  return more.length > 0 && isOneOf(FLOORS, folder) ? folder : 'pages';
}

/** Counts by keys. */
class Sums {
  private readonly counts = new Map<string, number>();
  add(key: string, count = 1): void {
    this.counts.set(key, this.of(key) + count);
  }
  of(key: string): number {
    return this.counts.get(key) ?? 0;
  }
}

/** What the drawing shows. */
export class House {
  private readonly files = new Sums();
  private readonly lines = new Sums();
  private readonly arrows = new Sums();
  /** Arrows that the walls forbid, by file: upwards, and from a package to another. */
  readonly wrong: string[] = [];

  constructor(sources: readonly Source[]) {
    for (const { file, lines, imports } of sources) {
      const from = placeOf(file);
      if (from === undefined) continue;
      for (const key of keysOf(from)) {
        this.files.add(key);
        this.lines.add(key, lines);
      }
      for (const { to, kind } of imports) this.count(file, from, to, kind);
    }
  }

  /** Of a room, or of all that a part of the key names: `stores`, `member`, `stores/member`, `test/unit`, `typings`. */
  size(key: string): Size {
    return { files: this.files.of(key), lines: this.lines.of(key) };
  }

  /** How many imports lead from one key to another, of the kinds that are drawn. */
  arrow(from: string, to: string): number {
    return this.arrows.of(`${from} → ${to}`);
  }

  /** How many of the main package’s files fetch something of this package late. */
  fetched(pack: Package): number {
    return this.arrows.of(`main ⇢ ${pack}`);
  }

  private count(file: string, from: Place, toFile: string, kind: Kind): void {
    const to = placeOf(toFile);
    if (to === undefined) return;
    if (from.part === 'house' && to.part === 'house') {
      if (kind === 'late') {
        this.arrows.add(`${from.pack} ⇢ ${to.pack}`);
        return;
      }
      if (kind === 'type') return;
      if (from.pack !== to.pack) this.arrows.add(`${from.pack} → ${to.pack}`);
      if (from.floor !== to.floor) this.arrows.add(`${from.floor} → ${to.floor}`);
      const isUp = FLOORS.indexOf(to.floor) < FLOORS.indexOf(from.floor);
      const isAcross = to.pack !== 'main' && from.pack !== to.pack;
      if (isUp || isAcross) this.wrong.push(`${file} imports ${toFile}`);
      return;
    }
    // Types are drawn where there is nothing else.
    if (kind === 'type' && to.part !== 'typings') return;
    const [whole = ''] = keysOf(from);
    const [target = ''] = keysOf(to);
    if (whole !== target) this.arrows.add(`${whole} → ${target}`);
  }
}

/** The keys under which a place is counted; the first is the whole part. */
function keysOf(place: Place): string[] {
  if (place.part === 'typings') return ['typings'];
  if (place.part === 'test') return [`test/${place.room}`];
  return ['miniprogram', place.floor, place.pack, `${place.floor}/${place.pack}`];
}
