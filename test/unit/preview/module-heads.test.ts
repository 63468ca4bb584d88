// Code that all modules of a package share is written once, around them.
import { Program, onePage } from './support/program';

test('what stands around a module is a few dozen bytes, its name aside', async () => {
  const names = Array.from({ length: 40 }, (_, n) => `part${n}`);
  const program = new Program(
    onePage({
      'pages/a/a.ts': names.map((name) => `import '../../parts/${name}'`).join('\n'),
      ...Object.fromEntries(
        names.map((name) => [`parts/${name}.ts`, `wx.note(setTimeout, console, '${name}')`]),
      ),
    }),
  );
  const size = async (): Promise<number> => {
    const { scripts } = await program.build();
    return Buffer.byteLength(scripts.get('')?.code ?? '');
  };
  const all = await size();
  const [gone = '', ...kept] = names;
  program.write({ 'pages/a/a.ts': kept.map((name) => `import '../../parts/${name}'`).join('\n') });
  const line = `var import_${gone} = require("../../parts/${gone}");\n`;
  const body = `wx.note(setTimeout, console, "${gone}");\n`;
  expect(all - (await size())).toBeLessThan(line.length + body.length + `parts/${gone}.ts`.length + 64);
});

test('what a file gives to a global name is what the other files of its package find there', async () => {
  const program = new Program(
    onePage({
      'app.js': "Page = (options) => getApp; require('./later')",
      'later.js': 'console.log(Page() === getApp)',
    }),
  );
  program.remove('app.ts');
  const running = await program.run();
  running.app?.();
  expect(running.said).toEqual([true]);
});

test('what the compiler needs for imports and exports stands once in a package', async () => {
  const names = Array.from({ length: 10 }, (_, n) => `part${n}`);
  const program = new Program(
    onePage({
      'pages/a/a.ts': names
        .map((name) => `import * as ${name} from '../../parts/${name}'; ${name}.a`)
        .join('\n'),
      ...Object.fromEntries(
        names.map((name) => [
          `parts/${name}.ts`,
          'export default 1; export const a = 2; export * from "../other"',
        ]),
      ),
      'other.ts': 'export const other = 3',
    }),
  );
  const { scripts } = await program.build();
  const code = scripts.get('')?.code ?? '';
  expect(code.match(/__getOwnPropNames = /g)).toHaveLength(1);
  expect(code.match(/__toESM = /g)).toHaveLength(1);
  expect(code.match(/__toCommonJS = /g)).toHaveLength(1);
});

test('every form of export arrives: by name, as default, passed on, changed later, from a file that is not done', async () => {
  const program = new Program(
    onePage({
      'app.ts': `
        import all, { count, more, passed } from './first'
        import * as starred from './first'
        import old from './old'
        more()
        console.log(count, all, passed, Object.keys(starred).sort().join(), starred.__esModule, old.value)`,
      'first.ts': `
        import { seen } from './second'
        export let count = 1
        export const more = () => { count += 1 }
        export default 'whole'
        export * from './second'
        export { seen as passed }`,
      'second.ts': `
        import * as first from './first'
        export const seen = () => first.count
        export default 'not passed on by a star'`,
      'old.js': 'module.exports = { value: 5 }',
    }),
  );
  const running = await program.run();
  running.app?.();
  expect(
    running.said.map((value) => (typeof value === 'function' ? (value as () => unknown)() : value)),
  ).toEqual([2, 'whole', 2, 'count,default,more,passed,seen', true, 5]);
});
