// The setData budget: WeChat warns beyond 256 KB and refuses more than 1 MB. Calls and bytes are counted per page.

export const WARN_BYTES = 256 * 1024;
export const MAX_BYTES = 1024 * 1024;
/** More nodes than this make a page slow, WeChat says. */
export const MAX_NODES = 1000;

export interface SetDataStats {
  calls: number;
  bytes: number;
  /** Largest single call. */
  largest: number;
}

export type SetDataVerdict = { size: number; verdict: 'fine' | 'large' | 'refused' };

/** Size of a patch in UTF-8 bytes of its JSON, which is what crosses to the view layer. */
export function sizeOf(patch: unknown): number {
  const json = JSON.stringify(patch) ?? '';
  let bytes = json.length;
  for (let at = 0; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code > 0x7ff) bytes += code >= 0xd800 && code <= 0xdfff ? 1 : 2;
    else if (code > 0x7f) bytes += 1;
  }
  return bytes;
}

export function judge(patch: unknown): SetDataVerdict {
  const size = sizeOf(patch);
  return { size, verdict: size > MAX_BYTES ? 'refused' : size > WARN_BYTES ? 'large' : 'fine' };
}

/** Names of top-level fields set to `undefined`, which WeChat refuses with a warning. */
export const undefinedFields = (patch: object): string[] =>
  Object.entries(patch)
    .filter(([, value]) => value === undefined)
    .map(([name]) => name);

export interface SetDataCounter {
  count(page: number, size: number): void;
  of(page: number): SetDataStats;
  all(): Record<number, SetDataStats>;
  total(): SetDataStats;
  reset(): void;
}

const none = (): SetDataStats => ({ calls: 0, bytes: 0, largest: 0 });

export function createSetDataCounter(): SetDataCounter {
  const pages = new Map<number, SetDataStats>();
  return {
    count(page, size) {
      const { calls, bytes, largest } = pages.get(page) ?? none();
      pages.set(page, { calls: calls + 1, bytes: bytes + size, largest: Math.max(largest, size) });
    },
    of: (page) => pages.get(page) ?? none(),
    all: () => Object.fromEntries(pages),
    total: () =>
      [...pages.values()].reduce(
        (sum, one) => ({
          calls: sum.calls + one.calls,
          bytes: sum.bytes + one.bytes,
          largest: Math.max(sum.largest, one.largest),
        }),
        none(),
      ),
    reset: () => pages.clear(),
  };
}
