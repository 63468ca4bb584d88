// What the modules of a package share is written once, around them all.
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
