// G5: what README says of licences is what the shipped packages say of themselves.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { shippedLicences } from './licences';

const root = path.resolve(__dirname, '../../..');
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
const section = /\n## Licence\n([\s\S]*?)\n## /.exec(readme)?.[1] ?? '';

test('G5 README names every package whose code or pictures are shipped, under its licence', () => {
  const rows = [...section.matchAll(/^\| ([\w.-]+) \| (.*) \|$/gm)].filter(
    ([, licence]) => licence !== 'licence',
  );
  const said = Object.fromEntries(
    rows.map(([, licence = '', names = '']) => [
      licence,
      [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    ]),
  );
  expect(said).toEqual(shippedLicences(root, ['tdesign-icons-svg']));
});

test('G5 README asks the owner for a licence as long as package.json has none', () => {
  const { license } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    license: string;
  };
  expect(section.includes('No licence is chosen')).toBe(license === 'UNLICENSED');
});
