import { replaceSafeArea } from '../../../preview/runtime/phone/safe-area';

describe('safe areas in a sheet', () => {
  it('become custom properties, in both spellings and with a fallback', () => {
    expect(
      replaceSafeArea('a{padding:env(safe-area-inset-bottom) constant( safe-area-inset-top , 4px )}'),
    ).toBe('a{padding:var(--safe-area-inset-bottom, 0px) var(--safe-area-inset-top, 0px)}');
  });

  it('inside calc() keep the rest', () => {
    expect(replaceSafeArea('height:calc(48px + env(safe-area-inset-bottom))')).toBe(
      'height:calc(48px + var(--safe-area-inset-bottom, 0px))',
    );
  });
});
