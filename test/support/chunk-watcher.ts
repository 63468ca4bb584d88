// Stands in for the IntersectionObserver over a list's chunks: it tells what a test says, and nothing by itself.

/** What is told of a chunk, as by WeChat. */
export interface ChunkSeen {
  intersectionRatio: number;
  boundingClientRect: { height: number; top: number; bottom: number };
  /** The view with its margins. */
  relativeRect: { top: number; bottom: number };
  dataset: { key: string };
}

export function createChunkWatcher() {
  let see: (seen: ChunkSeen) => void = () => undefined;
  const observer = {
    relativeToViewport: () => observer,
    relativeTo: () => observer,
    observe: (_selector: string, seen: (seen: ChunkSeen) => void) => void (see = seen),
    disconnect: () => undefined,
  };
  return { observer, tell: (seen: ChunkSeen): void => see(seen) };
}
