import { replaceRpx, rpxToPx } from '../../../preview/runtime/phone/rpx';

describe('rpx', () => {
  it('is 1/750 of the window, floored', () => {
    expect(rpxToPx(750, 390, 3)).toBe(390);
    expect(rpxToPx(100, 390, 3)).toBe(52);
    expect(rpxToPx(3, 375, 2)).toBe(1);
  });
  it('never becomes nothing unless it is nothing', () => {
    expect(rpxToPx(1, 375, 2)).toBe(0.5);
    expect(rpxToPx(1, 375, 1)).toBe(1);
    expect(rpxToPx(0, 375, 2)).toBe(0);
  });
  it('is found in sheets and styles, with signs and fractions, in any case', () => {
    expect(replaceRpx('margin:-20rpx .5rpx;width:calc(100% - 10RPX)', 750, 1)).toBe(
      'margin:-20px 1px;width:calc(100% - 10px)',
    );
    expect(replaceRpx('color:red', 750, 1)).toBe('color:red');
  });
});
