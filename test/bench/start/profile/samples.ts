// Reads what Chromium wrote down: a CPU profile with positions in generated scripts, and a trace of the browser's own work.
import { SourceMap } from 'node:module';
import type { SourceMapPayload } from 'node:module';
import { lastOf } from '../trace';
import type { TraceEvent } from '../trace';
import type { Sample, Stretch } from './rooms';

/** As `Profiler.stop` gives it; times in µs. */
export interface CpuProfile {
  nodes: { id: number; callFrame: CallFrame }[];
  startTime: number;
  samples?: number[];
  timeDeltas?: number[];
}

interface CallFrame {
  functionName: string;
  url: string;
  lineNumber: number;
  columnNumber: number;
}

/** Finds sources by the maps of the preview's scripts. */
export class Sources {
  private readonly maps = new Map<string, Promise<SourceMap | undefined>>();

  private async read(url: string): Promise<SourceMap | undefined> {
    const reply = await fetch(`${url}.map`);
    return reply.ok ? new SourceMap((await reply.json()) as SourceMapPayload) : undefined;
  }

  /** The source file of a function; `(program)` and its like stay. */
  async fileOf({ url, functionName, lineNumber, columnNumber }: CallFrame): Promise<string> {
    if (url === '') return functionName.startsWith('(') ? functionName : '(native)';
    if (!url.includes('/@build/')) return '(bench)';
    const map = this.maps.get(url) ?? this.read(url);
    this.maps.set(url, map);
    const entry = (await map)?.findEntry(lineNumber, columnNumber);
    // A line without a source was written by the build: the templates. The map answers with the line before.
    const is_own = entry !== undefined && 'originalSource' in entry && entry.generatedLine === lineNumber;
    return is_own ? entry.originalSource : '(templates)';
  }
}

/** Samples up to `until`, µs of the browser's clock. */
export async function samplesOf(profile: CpuProfile, sources: Sources, until: number): Promise<Sample[]> {
  const { nodes, samples = [], timeDeltas = [] } = profile;
  const frames = new Map<number, { file: string; name: string }>();
  for (const { id, callFrame } of nodes) {
    const name = `${callFrame.functionName || '(anonymous)'}:${callFrame.lineNumber + 1}`;
    frames.set(id, { file: await sources.fileOf(callFrame), name });
  }
  let at = profile.startTime;
  return samples.flatMap((id, index) => {
    at += timeDeltas[index] ?? 0;
    const frame = frames.get(id);
    if (frame === undefined || at > until) return [];
    return [{ at, us: Math.max(0, timeDeltas[index + 1] ?? 0), ...frame }];
  });
}

/** What happened on the thread of the page, and when the bench's mark was last set there. Throws where there is no mark. */
export function ownThread(
  events: readonly TraceEvent[],
  mark: string,
): { stretches: Stretch[]; marked: number } {
  const set = lastOf(events, mark);
  if (set === undefined) throw new Error(`the trace has no mark "${mark}"`);
  const stretches = events.flatMap(({ name, ph, pid, tid, ts, dur = 0 }) =>
    ph === 'X' && pid === set.pid && tid === set.tid ? [{ name, from: ts, to: ts + dur }] : [],
  );
  return { stretches, marked: set.ts };
}
