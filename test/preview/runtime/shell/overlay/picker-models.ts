// What the wheels of a picker hold: one model for each mode. Choosing in one wheel may change the others.
import { asText } from '../../engine/text';

export interface PickerValues {
  mode: string;
  range: unknown;
  rangeKey: string;
  value: unknown;
  start: string;
  end: string;
  fields: string;
}

export interface PickerModel {
  /** Texts of each wheel. */
  columns(): string[][];
  /** Chosen row of each wheel. */
  indexes(): number[];
  choose(column: number, row: number): void;
  /** `detail` of the change event. */
  result(): Record<string, unknown>;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const pad = (value: number): string => String(value).padStart(2, '0');
const span = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
const clamp = (value: number, from: number, to: number): number => Math.min(Math.max(value, from), to);

const texts = (range: readonly unknown[], key: string): string[] =>
  range.map((entry) => asText(key !== '' && isRecord(entry) ? entry[key] : entry));

/** Wheels that do not depend on each other. */
class Lists implements PickerModel {
  private readonly chosen: number[];
  constructor(
    private readonly wheels: string[][],
    start: number[],
    private readonly read: (chosen: number[]) => unknown,
  ) {
    this.chosen = wheels.map((wheel, at) => clamp(start[at] ?? 0, 0, Math.max(0, wheel.length - 1)));
  }
  columns = (): string[][] => this.wheels;
  indexes = (): number[] => this.chosen;
  choose = (column: number, row: number): void => void (this.chosen[column] = row);
  result = (): Record<string, unknown> => ({ value: this.read([...this.chosen]) });
}

type Day = [year: number, month: number, day: number];

const parseDay = (text: unknown, otherwise: Day): Day => {
  const [year, month, day] = (typeof text === 'string' ? text : '').split('-').map(Number);
  return [year || otherwise[0], month || otherwise[1], day || otherwise[2]];
};

/** Year, month, day between two ends; the number of days follows the month. */
class Dates implements PickerModel {
  private day: Day;
  private readonly start: Day;
  private readonly end: Day;

  constructor(private readonly values: PickerValues) {
    const now = new Date();
    this.start = parseDay(values.start, [1900, 1, 1]);
    this.end = parseDay(values.end, [2100, 12, 31]);
    this.day = parseDay(values.value, [now.getFullYear(), now.getMonth() + 1, now.getDate()]);
    this.settle();
  }

  columns(): string[][] {
    const wheels = this.numbers().map((numbers, at) =>
      numbers.map((value) => `${at === 0 ? value : pad(value)}${'年月日'[at] ?? ''}`),
    );
    return wheels.slice(0, this.depth());
  }

  indexes(): number[] {
    return this.numbers()
      .map((numbers, at) => numbers.indexOf(this.day[at] ?? 0))
      .slice(0, this.depth());
  }

  choose(column: number, row: number): void {
    const value = this.numbers()[column]?.[row];
    if (value === undefined) return;
    this.day[column] = value;
    this.settle();
  }

  result(): Record<string, unknown> {
    const value = this.day.slice(0, this.depth()).map((part, at) => (at === 0 ? String(part) : pad(part)));
    return { value: value.join('-') };
  }

  private depth(): number {
    return { year: 1, month: 2 }[this.values.fields] ?? 3;
  }

  private numbers(): number[][] {
    const [year, month] = this.day;
    const first = year === this.start[0];
    const last = year === this.end[0];
    const months = span(first ? this.start[1] : 1, last ? this.end[1] : 12);
    const from = first && month === this.start[1] ? this.start[2] : 1;
    const to = last && month === this.end[1] ? this.end[2] : new Date(year, month, 0).getDate();
    return [span(this.start[0], this.end[0]), months, span(from, to)];
  }

  private settle(): void {
    // In order: the limits of a wheel follow from the wheels before it.
    for (const at of [0, 1, 2] as const) {
      const numbers = this.numbers()[at] ?? [];
      this.day[at] = clamp(this.day[at], numbers[0] ?? 1, numbers.at(-1) ?? 1);
    }
  }
}

function time(values: PickerValues): PickerModel {
  const [hour = 0, minute = 0] = (typeof values.value === 'string' ? values.value : '')
    .split(':')
    .map(Number);
  const wheels = [span(0, 23).map(pad), span(0, 59).map(pad)];
  return new Lists(wheels, [hour, minute], (chosen) => chosen.map(pad).join(':'));
}

/** A few places: enough to try a form, not an atlas. */
const REGIONS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  北京市: { 北京市: ['东城区', '西城区', '朝阳区', '海淀区'] },
  上海市: { 上海市: ['黄浦区', '徐汇区', '浦东新区'] },
  广东省: { 广州市: ['天河区', '越秀区'], 深圳市: ['南山区', '福田区'] },
};

class Regions implements PickerModel {
  private readonly chosen = [0, 0, 0];

  constructor(values: PickerValues) {
    list(values.value).forEach((name, at) => {
      const row = this.columns()[at]?.indexOf(String(name)) ?? -1;
      if (row >= 0) this.chosen[at] = row;
    });
  }

  columns(): string[][] {
    const provinces = Object.keys(REGIONS);
    const cities = REGIONS[provinces[this.chosen[0] ?? 0] ?? ''] ?? {};
    const names = Object.keys(cities);
    return [provinces, names, [...(cities[names[this.chosen[1] ?? 0] ?? ''] ?? [])]];
  }

  indexes = (): number[] => this.chosen;

  choose(column: number, row: number): void {
    this.chosen[column] = row;
    this.chosen.fill(0, column + 1);
  }

  result(): Record<string, unknown> {
    const value = this.columns().map((names, at) => names[this.chosen[at] ?? 0] ?? '');
    return { value, code: [], postcode: '' };
  }
}

/** The model for a picker's properties; an unknown mode is a plain selector, as in WeChat. */
export function modelFor(values: PickerValues): PickerModel {
  switch (values.mode) {
    case 'multiSelector':
      return new Lists(
        list(values.range).map((range) => texts(list(range), values.rangeKey)),
        list(values.value).map(Number),
        (chosen) => chosen,
      );
    case 'time':
      return time(values);
    case 'date':
      return new Dates(values);
    case 'region':
      return new Regions(values);
    default:
      return new Lists(
        [texts(list(values.range), values.rangeKey)],
        [Number(values.value) || 0],
        ([row]) => row ?? 0,
      );
  }
}
