// A page's data as `setData` changes it: each patch is serialised, counted in bytes, and put at its path.

export type Data = Record<string, unknown>;

/** Bytes that WeChat hands to the view for this `setData`: its JSON in UTF-8. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

const STEP = /[^.[\]]+/g;

/** Puts one value where its path (`chunks[3].rows[7].text`) says. Throws where the path leads nowhere. */
export function put(data: Data, path: string, value: unknown): void {
  const steps = path.match(STEP) ?? [];
  const last = steps[steps.length - 1];
  if (last === undefined) throw new Error(`no path: ${path}`);
  let holder: unknown = data;
  for (const step of steps.slice(0, -1)) holder = Reflect.get(Object(holder), step) as unknown;
  if (typeof holder !== 'object' || holder === null) throw new Error(`nothing at ${path}`);
  Reflect.set(holder, last, value);
}

/** What each `setData` cost. */
export class Ledger {
  calls = 0;
  bytes = 0;

  /** Applies a patch to `data` as the view gets it. */
  take(data: Data, patch: Data): void {
    const text = JSON.stringify(patch);
    this.calls += 1;
    this.bytes += Buffer.byteLength(text);
    for (const [path, value] of Object.entries(JSON.parse(text) as Data)) put(data, path, value);
  }

  clear(): void {
    this.calls = 0;
    this.bytes = 0;
  }
}
