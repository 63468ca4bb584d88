import { zoomText } from '../../../preview/runtime/phone/text-zoom';

test('a larger text size enlarges what has a size of its own', () => {
  expect(zoomText('.a{font-size:15px;color:red}.b{font-size: var(--body) !important}', 1.5)).toBe(
    '.a{font-size:calc((15px) * 1.5);color:red}.b{font-size: calc((var(--body)) * 1.5)!important}',
  );
});

test('the size of a shorthand is enlarged where it stands, not where it is used', () => {
  const css =
    'page{--cell-font: 400 var(--body) / 24px var(--font-family)}.a{font:var(--cell-font)}.b{color:red;font:600 28rpx / 44rpx serif}';
  expect(zoomText(css, 1.5)).toBe(
    'page{--cell-font: 400 calc(var(--body) * 1.5) / 24px var(--font-family)}.a{font:var(--cell-font)}.b{color:red;font:600 calc(28rpx * 1.5) / 44rpx serif}',
  );
});

test('it leaves what follows a size that is enlarged, other properties, and everything at the normal size', () => {
  const follows =
    '.a{font-size:inherit}.b{font-size:.8em}.c{font-size:2rem;width:10px;--font-body:15px;--note-font-size:15px}';
  expect(zoomText(follows, 1.5)).toBe(follows);
  expect(zoomText('.a{font-size:15px}', 1)).toBe('.a{font-size:15px}');
});
