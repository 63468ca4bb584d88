/** What chart.js has and this program does not use: it cannot be shaken off, since classes with values of their own stay. */

/** Where its defaults are. */
export const HELPER_CUTS: readonly Cut[] = [
  {
    from: /^function applyAnimationsDefaults\([\s\S]*?^\}/m,
    to: 'function applyAnimationsDefaults() {}',
  },
  {
    from: /^const formatters = \{[\s\S]*?^\};/m,
    to: 'const formatters = { values: (value) => (Array.isArray(value) ? value : `${value}`) };',
  },
];

interface Cut {
  from: RegExp;
  to: string;
}

const DRAWN_AXIS = [
  '_calculatePadding',
  '_getLabelSizes',
  '_computeLabelSizes',
  '_computeGridLineItems',
  '_computeLabelItems',
  '_getXAxisLabelAlignment',
  '_getYAxisLabelAlignment',
  '_computeLabelArea',
  'getLabelItems',
  'drawBackground',
  'drawGrid',
  'drawBorder',
  'drawLabels',
  'drawTitle',
];

const HEARD_POINTER = [
  'setHoverStyle',
  'removeHoverStyle',
  '_setDatasetHoverStyle',
  '_removeDatasetHoverStyle',
  'getElementsAtEventForMode',
  'bindResponsiveEvents',
  'isPointInArea',
  '_eventHandler',
  '_handleEvent',
  'updateHoverStyle',
  '_updateHoverStyles',
  'getLabelAndValue',
  'tooltipPosition',
  'inRange',
  'inXRange',
  'inYRange',
];

/** A chart is drawn anew instead. */
const CHANGED_LATER = [
  'show',
  'hide',
  'toggleDataVisibility',
  '_updateVisibility',
  'toBase64Image',
  'getActiveElements',
  'setActiveElements',
];

const ANIMATED = ['_createAnimations', '_animateOptions'];

const method = (name: string, to = ''): Cut => ({
  from: new RegExp(`^ +${name}\\([^\\n]*\\) \\{\\n[\\s\\S]*?^ {4}\\}\\n`, 'gm'),
  to,
});

const emptyClass = (name: string): Cut => ({
  from: new RegExp(`^class ${name} [^\\n]*\\{\\n[\\s\\S]*?^\\}\\n`, 'm'),
  to: `class ${name} {}\n`,
});

/** Charts here have no visible axes, do not animate, and hear of no pointer (`packages/charts/paper.ts`). */
export const CHART_CUTS: readonly Cut[] = [
  ...['LogarithmicScale', 'RadialLinearScale', 'TimeSeriesScale', 'TimeScale', 'Animation'].map(emptyClass),
  ...[...DRAWN_AXIS, ...HEARD_POINTER, ...CHANGED_LATER, ...ANIMATED].map((name) => method(name)),
  { from: /^ {4}draw\(chartArea\) \{\n {8}if \(!this\._isVisible[\s\S]*?^ {4}\}\n/m, to: '' },
  // What a ring says in a legend and a tooltip.
  { from: /^ +static overrides = \{\n +aspectRatio: 1,\n[\s\S]*?^ {4}\};\n/m, to: '' },
  method('_layers', '    _layers() { return []; }\n'),
  {
    from: /^function _detectPlatform\(canvas\) \{\n[\s\S]*?^\}/m,
    to: 'const _detectPlatform = () => BasicPlatform;',
  },
];

/**
 * chart.js marks as its own what begins with `_`, which no minifier may know: 200 names, renamed alike wherever they stand.
 * They still begin so, since it asks for that where it goes through options.
 */
export function withShortNames(text: string): string {
  const uses = new Map<string, number>();
  for (const [name] of text.matchAll(OWN)) uses.set(name, (uses.get(name) ?? 0) + 1);
  const names = [...uses].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([name]) => name);
  const short = new Map(names.map((name, at) => [name, `_${at.toString(36)}`]));
  return text.replace(OWN, (name) => short.get(name) ?? name);
}

const OWN = /(?<![\w$])_[a-zA-Z]\w*/g;
