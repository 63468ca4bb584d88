// The shipped half of the drawing: floors across packages, and beside them a shaft for each floor that others import.
import type { Floor, House, Package, Size } from './rooms';
import { FLOORS, PACKAGES } from './rooms';
import { box, dot, head, line, text } from './svg';

const LEFT = 204;
const TOP = 162;
const CELL = { width: 104, height: 50 };
const STEP = { x: 116, y: 66 };
/** Between the main package and those that are fetched beside it stands the first wall. */
const columnX = (at: number): number => LEFT + at * STEP.x + (at > 0 ? 14 : 0);
const middleOf = (pack: Package): number => columnX(PACKAGES.indexOf(pack)) + CELL.width / 2;
const rowY = (at: number): number => TOP + at * STEP.y;
const RIGHT = columnX(PACKAGES.length - 1) + CELL.width;
const SHAFTS = RIGHT + 64;
const SHAFT_STEP = 64;
export const HOUSE_BOTTOM = rowY(FLOORS.length - 1) + CELL.height + 6;

const ABOUT: Readonly<Record<Floor, readonly [name: string, about: string]>> = {
  pages: ['pages, components', 'what a person sees'],
  compose: ['compose', 'builds all, binds pages'],
  stores: ['stores', 'state and its rules'],
  realtime: ['realtime', 'the socket'],
  api: ['api', 'the wire, decoded once'],
  platform: ['platform', 'the phone, behind ports'],
  format: ['format, config', 'pure, know nobody'],
};

/** `3.4k` of 3,378. */
export const short = (count: number): string =>
  count < 1000 ? String(count) : `${(count / 1000).toFixed(1)}k`;
export const sizeWords = ({ files, lines }: Size): string => `${files} files · ${short(lines)}`;

function cell(size: Size, x: number, y: number, most: number): string {
  if (size.files === 0) return '';
  const full = CELL.width - 24;
  const width = Math.max(2, Math.round((size.lines / most) * full));
  return [
    box('room', x, y, CELL.width, CELL.height),
    text('figure', x + 12, y + 21, `${size.files} files`),
    text('quiet-end', x + CELL.width - 12, y + 21, short(size.lines)),
    box('track', x + 12, y + 33, full, 5, 2.5),
    box('bar', x + 12, y + 33, width, 5, 2.5),
  ].join('');
}

function rooms(house: House): string[] {
  const sizes = FLOORS.flatMap((floor) => PACKAGES.map((pack) => house.size(`${floor}/${pack}`).lines));
  const most = Math.max(...sizes);
  return FLOORS.flatMap((floor, row) => {
    const [name, about] = ABOUT[floor];
    const y = rowY(row);
    return [
      box('floor', 24, y - 6, RIGHT - 12, CELL.height + 12, 8),
      text('name', 40, y + 21, name),
      text('quiet', 40, y + 39, about),
      ...PACKAGES.map((pack, column) => cell(house.size(`${floor}/${pack}`), columnX(column), y, most)),
    ];
  });
}

/** Above the columns: who imports of the main package, and what of theirs it fetches late. */
function columns(house: House): string[] {
  const y = TOP - 14;
  const own = PACKAGES.filter((pack) => pack !== 'main');
  const bus = y - 50;
  const headers = PACKAGES.map((pack) =>
    text('name-middle', middleOf(pack), y, pack === 'main' ? 'main package' : pack),
  );
  const into = middleOf('main');
  const importers = own.filter((pack) => house.arrow(pack, 'main') > 0);
  const last = Math.max(...importers.map(middleOf));
  return [
    ...headers,
    line('plain', [
      [last, bus],
      [into, bus],
      [into, y - 22],
    ]),
    head('plain-head', into, y - 16, 'down'),
    ...importers.flatMap((pack) => [
      line('plain', [
        [middleOf(pack), y - 16],
        [middleOf(pack), bus],
      ]),
      dot('plain-head', middleOf(pack), bus, 3.5),
      text('count', middleOf(pack) + 8, bus + 17, String(house.arrow(pack, 'main'))),
    ]),
  ];
}

/** Below the columns: what the main package fetches when it is wanted. */
function fetches(house: House): string[] {
  const y = HOUSE_BOTTOM + 26;
  const late = PACKAGES.filter((pack) => house.fetched(pack) > 0);
  const from = middleOf('main');
  const last = Math.max(...late.map(middleOf));
  return [
    line('late', [
      [from, HOUSE_BOTTOM + 4],
      [from, y],
      [last, y],
    ]),
    ...late.flatMap((pack) => [
      line('late', [
        [middleOf(pack), y],
        [middleOf(pack), HOUSE_BOTTOM + 12],
      ]),
      head('late-head', middleOf(pack), HOUSE_BOTTOM + 5, 'up'),
    ]),
    text('quiet', 40, y + 4, 'fetched when wanted'),
  ];
}

/** What no import crosses: between the packages, and below the pages, whose one door is compose. */
function walls(): string[] {
  const between = (at: number): number => (columnX(at) + columnX(at - 1) + CELL.width) / 2;
  const floor = rowY(0) + CELL.height + (STEP.y - CELL.height) / 2;
  return [
    ...PACKAGES.slice(1).map((_pack, at) =>
      line('wall', [
        [between(at + 1), TOP - 6],
        [between(at + 1), HOUSE_BOTTOM],
      ]),
    ),
    line('wall', [
      [24, floor],
      [RIGHT + 12, floor],
    ]),
  ];
}

/** A shaft a floor: it begins at the uppermost floor that imports this one, and ends in it. A dot is who imports, and how often. */
function shafts(house: House): string[] {
  const targets = FLOORS.filter((floor) => floor !== 'pages');
  return targets.flatMap((to, at) => {
    const x = SHAFTS + at * SHAFT_STEP;
    const from = FLOORS.filter((floor) => house.arrow(floor, to) > 0);
    const [uppermost] = from;
    if (uppermost === undefined) return [];
    const enters = rowY(FLOORS.indexOf(to)) + 38;
    const leaves = (floor: Floor): number => rowY(FLOORS.indexOf(floor)) + 16;
    return [
      line(to, [
        [x, leaves(uppermost)],
        [x, enters],
        [RIGHT + 20, enters],
      ]),
      head(`${to}-head`, RIGHT + 14, enters, 'left'),
      ...from.map((floor) => dot(`${to}-head`, x, leaves(floor))),
      ...from.map((floor) => text('count', x + 7, leaves(floor) - 5, String(house.arrow(floor, to)))),
    ];
  });
}

/** From each floor to the last shaft that it uses. */
function tracks(house: House): string[] {
  const targets = FLOORS.filter((floor) => floor !== 'pages');
  return FLOORS.flatMap((from, row) => {
    const used = targets.map((to, at) => (house.arrow(from, to) > 0 ? at : -1));
    const last = Math.max(...used);
    if (last < 0) return [];
    const y = rowY(row) + 16;
    return [
      line('track', [
        [RIGHT + 12, y],
        [SHAFTS + last * SHAFT_STEP, y],
      ]),
    ];
  });
}

/** How to read it. */
function legend(): string[] {
  const x = SHAFTS + 8;
  const y = HOUSE_BOTTOM + 18;
  return [
    dot('plain-head', x, y),
    text('count', x + 8, y - 4, '34'),
    text('quiet', x + 34, y + 4, 'so many imports, but for those of types'),
    line('wall', [
      [x - 8, y + 22],
      [x + 22, y + 22],
    ]),
    text('quiet', x + 34, y + 26, 'a wall, through which lint lets none'),
  ];
}

export function drawHouse(house: House): string[] {
  return [
    text('part', 24, 78, 'miniprogram/'),
    text('quiet', 24, 98, 'what is shipped'),
    text('quiet', 24, 115, `${sizeWords(house.size('miniprogram'))} lines`),
    ...rooms(house),
    ...walls(),
    ...columns(house),
    ...fetches(house),
    ...tracks(house),
    ...shafts(house),
    ...FLOORS.slice(1).map((floor, at) =>
      text(`${floor}-name middle`, SHAFTS + at * SHAFT_STEP, TOP - 14, floor),
    ),
    ...legend(),
  ];
}
