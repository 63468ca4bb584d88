// Writes the table of what the host has into its README.
import fs from 'node:fs';
import path from 'node:path';
import { askHost } from './ask';
import { tableOf, withTable } from './table';

const README = path.join(__dirname, '../README.md');

askHost().then(
  (inventory) => fs.writeFileSync(README, withTable(fs.readFileSync(README, 'utf8'), tableOf(inventory))),
  (error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  },
);
