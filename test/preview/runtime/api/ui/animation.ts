// wx.createAnimation: records steps that a component's `animation` property plays.
import type { AnimationStep } from '../../builtins/common';
import { isRecord, optional, type Options } from '../check';
import { kindOf } from '../check';

const LENGTHS = ['translate', 'translateX', 'translateY', 'translateZ', 'translate3d'];
const NUMBERS = ['scale', 'scaleX', 'scaleY', 'scaleZ', 'scale3d', 'matrix', 'matrix3d', 'rotate3d'];
const ANGLES = ['rotate', 'rotateX', 'rotateY', 'rotateZ', 'skew', 'skewX', 'skewY'];
const SIZES = ['width', 'height', 'top', 'right', 'bottom', 'left'];
const PLAIN = ['opacity', 'backgroundColor'];

type Option = AnimationStep['option'];
const px = (value: unknown): string => (kindOf(value) === 'Number' ? `${String(value)}px` : String(value));

function optionOf(given: Options, otherwise: Option): Option {
  const wish = optional(given, {
    duration: 'Number',
    timingFunction: 'String',
    delay: 'Number',
    transformOrigin: 'String',
  });
  return { ...otherwise, ...wish };
}

const DEFAULTS: Option = { duration: 400, timingFunction: 'linear', delay: 0, transformOrigin: '50% 50% 0' };

/** One chainable animation; `export()` hands over the steps recorded so far. */
export function createAnimation(given?: unknown): Record<string, unknown> {
  const usual = optionOf(isRecord(given) ? given : {}, DEFAULTS);
  const transforms = new Map<string, string>();
  let style: Record<string, string | number> = {};
  let actions: AnimationStep[] = [];
  const animation: Record<string, unknown> = {};

  const transform = (names: readonly string[], unit: (value: unknown) => string): void => {
    for (const name of names) {
      animation[name] = (...values: unknown[]) => {
        transforms.set(name, `${name}(${values.map(unit).join(',')})`);
        return animation;
      };
    }
  };
  const property = (names: readonly string[], unit: (value: unknown) => string): void => {
    for (const name of names) {
      animation[name] = (value: unknown) => {
        style[name] = unit(value);
        return animation;
      };
    }
  };
  transform(LENGTHS, px);
  transform(NUMBERS, String);
  transform(ANGLES, (value) => `${String(value)}deg`);
  property(SIZES, px);
  property(PLAIN, String);
  animation['step'] = (wish?: unknown) => {
    const option = optionOf(isRecord(wish) ? wish : {}, usual);
    actions.push({ transform: [...transforms.values()].join(' '), style, option });
    style = { ...style };
    return animation;
  };
  animation['export'] = () => {
    const exported = { actions };
    actions = [];
    return exported;
  };
  return animation;
}
