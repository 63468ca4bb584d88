// Moments: what the wire calls a time, and how people read it. Everything is Beijing time by explicit +8 arithmetic,
// because the engine has no Intl on Android and iOS cannot parse `YYYY-MM-DD HH:mm:ss`.

const BEIJING_MS = 8 * 60 * 60 * 1000;
const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|z|[+-]\d{2}:?\d{2})?$/;

/** A moment as the wall clock in Beijing shows it. `month` is 1-12, `weekday` 0 (Sunday) - 6. */
export interface BeijingTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
}

function zoneMs(zone: string | undefined): number {
  if (zone === undefined) return BEIJING_MS;
  if (zone === 'Z' || zone === 'z') return 0;
  const sign = zone.startsWith('-') ? -1 : 1;
  return sign * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))) * 60_000;
}

/**
 * Reads a time of the contract (V4 §Fields): ISO 8601 with zone, or `YYYY-MM-DD[ HH:mm[:ss]]` meaning Beijing time.
 * @returns epoch milliseconds, or null when there is no time or it is not one (`2026-02-30` is not)
 */
export function parseWireTime(text: string | null | undefined): number | null {
  const parts = SHAPE.exec(typeof text === 'string' ? text.trim() : '');
  if (!parts) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', zone] = parts;
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.slice(0, 3).padEnd(3, '0')),
  );
  const read = new Date(local);
  const kept = read.getUTCDate() === Number(day) && read.getUTCHours() === Number(hour);
  const inRange = Number(month) >= 1 && Number(month) <= 12 && Number(minute) < 60 && Number(second) < 60;
  return kept && inRange ? local - zoneMs(zone) : null;
}

/** The wall clock in Beijing at `ms` (epoch milliseconds). */
export function beijingTime(ms: number): BeijingTime {
  const shifted = new Date(ms + BEIJING_MS);
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    weekday: shifted.getUTCDay(),
  };
}

/** Whole days since the epoch in Beijing: equal for two moments of one calendar day there. */
export function beijingDay(ms: number): number {
  return Math.floor((ms + BEIJING_MS) / 86_400_000);
}

/** `6` → `06`. */
export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `2026-11-22`. */
export function formatDate(ms: number): string {
  const { year, month, day } = beijingTime(ms);
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** `06:41`. */
export function formatClock(ms: number): string {
  const { hour, minute } = beijingTime(ms);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** `2026-11-22 06:41`. */
export function formatMinute(ms: number): string {
  return `${formatDate(ms)} ${formatClock(ms)}`;
}
