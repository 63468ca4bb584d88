import {
  createSetDataCounter,
  judge,
  MAX_BYTES,
  sizeOf,
  undefinedFields,
} from '../../../preview/runtime/instance/set-data';

const patch = (bytes: number) => ({ a: 'x'.repeat(bytes - '{"a":""}'.length) });

describe('the size of a setData', () => {
  it.each([{ a: 'abc' }, { a: '名字' }, { a: '😀é' }, { a: [1, null, { b: true }] }])(
    'is that of its JSON: %j',
    (value) => {
      expect(sizeOf(value)).toBe(Buffer.byteLength(JSON.stringify(value)));
    },
  );
  it('is fine up to 256 KB, large up to 1 MB, refused beyond', () => {
    expect(judge(patch(256 * 1024))).toEqual({ size: 256 * 1024, verdict: 'fine' });
    expect(judge(patch(256 * 1024 + 1)).verdict).toBe('large');
    expect(judge(patch(MAX_BYTES)).verdict).toBe('large');
    expect(judge(patch(MAX_BYTES + 1)).verdict).toBe('refused');
  });
  it('names fields set to undefined', () => {
    expect(undefinedFields({ a: undefined, b: null, c: 0 })).toEqual(['a']);
  });
});

it('counts by page', () => {
  const counter = createSetDataCounter();
  counter.count(1, 10);
  counter.count(1, 30);
  counter.count(2, 5);
  expect(counter.of(1)).toEqual({ calls: 2, bytes: 40, largest: 30 });
  expect(counter.total()).toEqual({ calls: 3, bytes: 45, largest: 30 });
  counter.reset();
  expect(counter.all()).toEqual({});
});
