// Sorts the time of a start into rooms: each sample of the profiler belongs to what the browser did just then by itself
// (style, layout, parsing …), else to the file of the function that ran.

/** Something that the browser does by itself; µs of its one clock. */
export interface Stretch {
  name: string;
  from: number;
  to: number;
}

export interface Sample {
  at: number;
  /** Until the next one, µs. */
  us: number;
  /** What ran, `file function`; in brackets what is no function. */
  file: string;
  name: string;
}

/** The browser's own work, as its trace names it; what has no room here holds work of others. */
const BROWSER_ROOMS: readonly (readonly [RegExp, string])[] = [
  [/^UpdateLayoutTree$/, 'browser: style'],
  [/^ParseAuthorStyleSheet$/, 'browser: reading style sheets'],
  [/^Layout$/, 'browser: layout'],
  [/^(BeginRemoteFontLoad|RemoteFontLoaded)$/, 'browser: fonts'],
  [/^(PrePaint|Paint|Layerize|Commit)$/, 'browser: paint'],
  [/^ParseHTML$/, 'browser: reading the document'],
  [/^V8\.(Parse|PreParse|Compile)|^v8\.compile$/, 'browser: parsing and compiling scripts'],
  [/^(MinorGC|MajorGC)$|^V8\.GC_/, 'browser: collecting garbage'],
  [
    /^(V8\.NewContext|V8\.DeserializeContext|LocalWindowProxy::Initialize)$/,
    'browser: a realm for each frame',
  ],
];

/** The room of something in the browser's trace; nothing when it only holds others. */
export function roomOfWork(name: string): string | undefined {
  return BROWSER_ROOMS.find(([pattern]) => pattern.test(name))?.[1];
}

/** The innermost stretch at each moment. Stretches of one thread lie in each other or apart. */
export class Timeline {
  private readonly stretches: readonly Stretch[];

  /** @param stretches any; those without a room are left out */
  constructor(stretches: readonly Stretch[]) {
    const own = stretches.filter(({ name }) => roomOfWork(name) !== undefined);
    this.stretches = own.sort((a, b) => a.from - b.from || b.to - a.to);
  }

  at(us: number): string | undefined {
    let inner: Stretch | undefined;
    for (const stretch of this.stretches) {
      if (stretch.from > us) break;
      if (stretch.to > us) inner = stretch;
    }
    return inner?.name;
  }
}

const FRAMEWORK = /node_modules\/(glass-easel[^/]*)\//;

/** The room of a source file of the preview or the program. */
export function roomOfFile(file: string): string {
  const framework = FRAMEWORK.exec(file)?.[1];
  if (framework !== undefined) return 'framework: glass-easel';
  if (/(^|\/)test\/preview\//.test(file)) return 'host: preview';
  const npm = /miniprogram_npm\/([^/]+)\//.exec(file)?.[1];
  if (npm !== undefined) return `npm: ${npm}`;
  if (file === '(templates)') return 'program: templates';
  if (file.startsWith('(')) return `engine: ${file.slice(1, -1)}`;
  return `program: ${file.replace(/^.*miniprogram\//, '')}`;
}

export interface Sum {
  name: string;
  ms: number;
}

/** Time by what `key` says of each sample, most first. */
export function sums(samples: readonly Sample[], key: (sample: Sample) => string): Sum[] {
  const found = new Map<string, number>();
  for (const sample of samples) found.set(key(sample), (found.get(key(sample)) ?? 0) + sample.us / 1000);
  return [...found].map(([name, ms]) => ({ name, ms })).sort((a, b) => b.ms - a.ms);
}

/** What the browser did at a sample by itself, else the room of its function. */
export function roomOf(timeline: Timeline, { at, file }: Sample): string {
  const stretch = timeline.at(at);
  return (stretch === undefined ? undefined : roomOfWork(stretch)) ?? roomOfFile(file);
}
