// Names of fields as the deployed system writes them: its models are camelCase.

/** `total_hours` → `totalHours`; `consumption_60d` → `consumption60d`. */
export const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_whole, letter: string) => letter.toUpperCase());

/** Their keys are data, not names. */
const KEYS_ARE_DATA = 'reference_card';

/** A copy with every name in camelCase, all the way down. */
export function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]: [string, unknown]) => [
      camelCase(name),
      name === KEYS_ARE_DATA ? part : camelCased(part),
    ]),
  );
}
