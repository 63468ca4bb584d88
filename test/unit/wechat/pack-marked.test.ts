// marked is packed out of its sources, of which the lexer alone is taken and changed: it must read what the package reads.
import { tests as examples } from 'commonmark-spec';
import { Lexer } from 'marked';
import path from 'node:path';
import { bundle } from '../../wechat/pack/bundle';
import { toCommonJs } from '../../wechat/pack/commonjs';

const root = path.resolve(__dirname, '../../..');

interface Module {
  exports: { Lexer?: typeof Lexer };
}

async function packed(): Promise<{ text: string; Lexer: typeof Lexer }> {
  const made = await bundle({
    root,
    specifier: 'marked',
    names: new Set(['Lexer']),
    packed: new Set(['marked']),
  });
  const text = toCommonJs('marked.js', made.text);
  const module: Module = { exports: {} };
  // As the logic layer loads a script: in a function of its own.
  const load = (await import('node:vm')).compileFunction(text, ['module', 'exports', 'require']) as (
    ...given: unknown[]
  ) => void;
  load(module, module.exports, () => ({}));
  if (module.exports.Lexer === undefined) throw new Error('no Lexer');
  return { text, Lexer: module.exports.Lexer };
}

test('the packed lexer gives the tokens of the package’s own, for every example of CommonMark', async () => {
  const { Lexer: Packed } = await packed();
  const differing = examples.filter(({ markdown }) => {
    const [own, other] = [new Packed({ gfm: true }).lex(markdown), new Lexer({ gfm: true }).lex(markdown)];
    return JSON.stringify(own) !== JSON.stringify(other);
  });
  expect(differing.map(({ number }) => number)).toEqual([]);
});

test('it holds nothing that writes HTML, and no call that phones lack', async () => {
  const { text } = await packed();
  expect(text).not.toMatch(/\.at\(|Object\.hasOwn\(|class _?Renderer|walkTokens\(/);
});
