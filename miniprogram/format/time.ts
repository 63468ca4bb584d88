// Moments: what the wire calls a time, and how people read it. Everything is Beijing time, whatever the device's zone.
import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);

const BEIJING_MS = 8 * 60 * 60 * 1000;
const SHAPE =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?)?\s*(Z|z|[+-]\d{2}:?\d{2})?$/;

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

/**
 * The wall clock in Beijing at `ms`, as a UTC time moved by +8. Not `utcOffset(8)`: that goes through the device's own
 * zone, and is an hour wrong where that zone changes its clocks.
 */
function beijing(ms: number): dayjs.Dayjs {
  return dayjs.utc(ms + BEIJING_MS);
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
  const [, date, clock = '00:00', second = '00', fraction = '', zone] = parts;
  // Without a zone dayjs takes the text apart itself: the engine's own parser, which differs on iOS, is not asked.
  const wall = `${date} ${clock}:${second}`;
  const read = dayjs.utc(wall);
  if (read.format('YYYY-MM-DD HH:mm:ss') !== wall) return null;
  return read.valueOf() + Number(fraction.slice(0, 3).padEnd(3, '0')) - zoneMs(zone);
}

/** The wall clock in Beijing at `ms` (epoch milliseconds). */
export function beijingTime(ms: number): BeijingTime {
  const shown = beijing(ms);
  return {
    year: shown.year(),
    month: shown.month() + 1,
    day: shown.date(),
    hour: shown.hour(),
    minute: shown.minute(),
    second: shown.second(),
    weekday: shown.day(),
  };
}

/** How often midnight passes in Beijing from one moment to another: 0 on the same day; negative into the past. */
export function daysBetween(from: number, to: number): number {
  return beijing(to).startOf('day').diff(beijing(from).startOf('day'), 'day');
}

/** `2026-11-22`. */
export function formatDate(ms: number): string {
  return beijing(ms).format('YYYY-MM-DD');
}

/** `06:41`. */
export function formatClock(ms: number): string {
  return beijing(ms).format('HH:mm');
}

/** `2026-11-22 06:41`. */
export function formatMinute(ms: number): string {
  return beijing(ms).format('YYYY-MM-DD HH:mm');
}
