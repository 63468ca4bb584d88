/** WXS modules, packed and uploaded: what no markup calls goes, and so do comments and indents. */
import { runInNewContext } from 'node:vm';
import { bare } from '../../wechat/build/bare';
import { calledWxs } from '../../wechat/pack/wxs';

const MODULE = `/* tools */
function deep(value) {
  return value;
}

// For one of them.
function upper(text) {
  return deep(text) + '// no comment';
}

function lower(text) {
  return text;
}

module.exports = {
  upper: upper,
  lower: lower,
};
`;

const run = (text: string): Record<string, (value: string) => string> => {
  const module = { exports: {} };
  runInNewContext(text, { module });
  return module.exports;
};

describe('a WXS module', () => {
  test('keeps what is called, and what that calls', () => {
    const text = calledWxs(MODULE, (name) => name === 'upper');
    expect(Object.keys(run(text))).toEqual(['upper']);
    expect(run(text)['upper']?.('a')).toBe('a// no comment');
    expect(text).not.toContain('lower');
  });

  test('loses what only an export that is gone had called', () => {
    const text = calledWxs(MODULE, (name) => name === 'lower');
    expect(Object.keys(run(text))).toEqual(['lower']);
    expect(text).not.toMatch(/deep|upper/);
  });

  test('stays as it is where its exports are of another form', () => {
    const other = 'function f() {}\nmodule.exports.f = f;\n';
    expect(calledWxs(other, () => false)).toBe(other);
  });

  test('goes up without comments, indents and blank lines, and does the same', () => {
    const text = bare(MODULE);
    expect(text).not.toMatch(/^\s|tools|For one|\n\n/m);
    expect(run(text)['upper']?.('a')).toBe('a// no comment');
  });
});
