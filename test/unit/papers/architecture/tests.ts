// The other half of the drawing: what tests are made of, and what each of them imports.
import { HOUSE_BOTTOM, short } from './house';
import type { House } from './rooms';
import type { Hue } from './svg';
import { box, dot, head, line, tag, text } from './svg';

const TOP = HOUSE_BOTTOM + 92;
const CARD = { width: 132, height: 74 };
const CARDS = 204;
const CARD_STEP = 146;
const ROWS = TOP + CARD.height + 42;
const ROW_STEP = 28;

/** What others are built on, with what it is. */
const TARGETS: readonly (readonly [key: string, about: string, hue: Hue])[] = [
  ['miniprogram', 'the program', 'compose'],
  ['typings', 'the contract’s types', 'format'],
  ['test/backend', 'both APIs by HTTP', 'stores'],
  ['test/preview', 'the browser host', 'realtime'],
  ['test/wechat', 'pack, build, gate', 'api'],
  ['test/support', 'Node as a phone', 'platform'],
];

/** Who imports, with what it does. */
const IMPORTERS: readonly (readonly [key: string, about: string])[] = [
  ['miniprogram', ''],
  ['test/backend', ''],
  ['test/preview', ''],
  ['test/support', ''],
  ['test/unit', 'logic, and what is held of the project itself'],
  ['test/component', 'components, on the classic framework'],
  ['test/contract', 'the program’s client against the backend'],
  ['test/e2e', 'the program in Chromium, as a person has it'],
  ['test/chaos', 'the chat in seeded bad weather'],
  ['test/bench', 'what things cost'],
  ['test/mutants', 'wrong programs, to be noticed'],
];

export const TESTS_BOTTOM = ROWS + (IMPORTERS.length - 1) * ROW_STEP;

const nameOf = (key: string): string => key.replace('test/', '');
/** Its size stands in its card. */
const isTarget = (key: string): boolean => TARGETS.some(([target]) => target === key);
const shaftX = (at: number): number => CARDS + at * CARD_STEP + CARD.width / 2;

function cards(house: House): string[] {
  return TARGETS.flatMap(([key, about, hue], at) => {
    const x = CARDS + at * CARD_STEP;
    const { files, lines } = house.size(key);
    return [
      box('room', x, TOP, CARD.width, CARD.height),
      text(`${hue}-name`, x + 12, TOP + 21, nameOf(key)),
      text('quiet', x + 12, TOP + 39, about),
      text('figure', x + 12, TOP + 60, `${files} files`),
      text('quiet-end', x + CARD.width - 12, TOP + 60, short(lines)),
    ];
  });
}

function rows(house: House): string[] {
  return IMPORTERS.flatMap(([key, about], row) => {
    const y = ROWS + row * ROW_STEP;
    const { files, lines } = house.size(key);
    const last = Math.max(...TARGETS.map(([to], at) => (house.arrow(key, to) > 0 ? at : -1)));
    const end = last < 0 ? CARDS : shaftX(last);
    return [
      text('name', 40, y + 4, nameOf(key)),
      isTarget(key) ? '' : text('quiet-end', CARDS - 16, y + 4, `${files} · ${short(lines)}`),
      line('track', [
        [CARDS - 8, y],
        [end, y],
      ]),
      text('quiet', shaftX(TARGETS.length - 1) + 52, y + 4, about),
    ];
  });
}

function shafts(house: House): string[] {
  return TARGETS.flatMap(([to, , hue], at) => {
    const x = shaftX(at);
    const from = IMPORTERS.flatMap(([key], row) => {
      const count = house.arrow(key, to);
      return count > 0 ? [{ key, y: ROWS + row * ROW_STEP, count }] : [];
    });
    const lowest = from.at(-1);
    if (lowest === undefined) return [];
    return [
      line(hue, [
        [x, lowest.y],
        [x, TOP + CARD.height + 12],
      ]),
      head(`${hue}-head`, x, TOP + CARD.height + 5, 'up'),
      ...from.map(({ key, y, count }) =>
        tag(
          'g',
          { class: 'arrow', id: `${nameOf(key)}-${nameOf(to)}` },
          dot(`${hue}-head`, x, y) + text('count', x + 8, y - 5, String(count)),
        ),
      ),
    ];
  });
}

export function drawTests(house: House): string[] {
  return [
    text('part', 24, TOP + 18, 'test/, typings/'),
    text('quiet', 24, TOP + 38, 'what the tests stand on'),
    ...cards(house),
    ...rows(house),
    ...shafts(house),
  ];
}
