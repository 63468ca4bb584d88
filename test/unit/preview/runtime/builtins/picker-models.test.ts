import { modelFor, type PickerValues } from '../../../../preview/runtime/shell/overlay/picker-models';

const values = (given: Partial<PickerValues>): PickerValues => ({
  mode: 'selector',
  range: [],
  rangeKey: '',
  value: 0,
  start: '',
  end: '',
  fields: 'day',
  ...given,
});

describe('the wheels of a picker', () => {
  it('show a field of each object and give the index', () => {
    const model = modelFor(values({ range: [{ name: '甲' }, { name: '乙' }], rangeKey: 'name', value: 1 }));
    expect([model.columns(), model.indexes()]).toEqual([[['甲', '乙']], [1]]);
    model.choose(0, 0);
    expect(model.result()).toEqual({ value: 0 });
  });

  it('give an index for each of several columns', () => {
    const model = modelFor(
      values({
        mode: 'multiSelector',
        range: [
          ['a', 'b'],
          ['c', 'd', 'e'],
        ],
        value: [1, 9],
      }),
    );
    expect(model.indexes()).toEqual([1, 2]);
    model.choose(1, 0);
    expect(model.result()).toEqual({ value: [1, 0] });
  });

  it('write the time with two digits', () => {
    const model = modelFor(values({ mode: 'time', value: '09:05' }));
    expect(model.result()).toEqual({ value: '09:05' });
    model.choose(0, 23);
    expect(model.result()).toEqual({ value: '23:05' });
  });

  it('shorten the days to the month', () => {
    const model = modelFor(
      values({ mode: 'date', value: '2024-01-31', start: '2020-01-01', end: '2030-12-31' }),
    );
    model.choose(1, 1);
    expect(model.result()).toEqual({ value: '2024-02-29' });
    expect(model.columns()[2]).toHaveLength(29);
  });

  it('keep a date between its ends', () => {
    const model = modelFor(
      values({ mode: 'date', value: '2026-01-01', start: '2026-03-15', end: '2026-04-10' }),
    );
    expect(model.result()).toEqual({ value: '2026-03-15' });
    model.choose(1, 1);
    expect(model.result()).toEqual({ value: '2026-04-10' });
    expect(model.columns()).toEqual([
      ['2026年'],
      ['03月', '04月'],
      Array.from({ length: 10 }, (_, at) => `${String(at + 1).padStart(2, '0')}日`),
    ]);
  });

  it('stop at the month when asked', () => {
    const model = modelFor(values({ mode: 'date', value: '2026-03', fields: 'month' }));
    expect(model.result()).toEqual({ value: '2026-03' });
    expect(model.columns()).toHaveLength(2);
  });

  it('start again below a region that changes', () => {
    const model = modelFor(values({ mode: 'region', value: ['广东省', '深圳市', '福田区'] }));
    expect(model.indexes()).toEqual([2, 1, 1]);
    model.choose(0, 1);
    expect(model.result()).toMatchObject({ value: ['上海市', '上海市', '黄浦区'] });
  });
});
