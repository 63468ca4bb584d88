// Reading what a client sent, which may be anything.

/** A field of a JSON object, or undefined when there is no object or no such field. */
export function field(body: unknown, name: string): unknown {
  if (typeof body !== 'object' || body === null) return undefined;
  return Object.getOwnPropertyDescriptor(body, name)?.value;
}

/** A non-empty string field (numbers are read as text), else undefined. */
export function textField(body: unknown, name: string): string | undefined {
  const value = field(body, name);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A finite number, given as a number or as digits; else undefined. */
export function numberField(body: unknown, name: string): number | undefined {
  const value = field(body, name);
  const number = typeof value === 'string' && value !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

const LARGEST_ID = 2n ** 63n - 1n;

/** A positive BIGINT in decimal digits, else undefined. */
export function parseId(value: string | undefined): bigint | undefined {
  const id = value !== undefined && /^[1-9]\d{0,18}$/.test(value) ? BigInt(value) : 0n;
  return id > 0n && id <= LARGEST_ID ? id : undefined;
}

/** The value of one cookie of a `Cookie` header. */
export function cookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const [key, ...rest] = part.split('=');
    if (key?.trim() === name) return rest.join('=').trim() || undefined;
  }
  return undefined;
}
