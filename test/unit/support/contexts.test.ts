// A file of tests leaves nothing switched on that would make those after it slower.
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

/** In a process of its own: here it would be this file's. */
const PROGRAM = `
  const { beginFile, endFile, forAllFiles } = require('./test/support/house/contexts');
  const { AsyncLocalStorage } = require('node:async_hooks');
  const kept = (value) => {
    const storage = new AsyncLocalStorage();
    storage.enterWith(value);
    return storage;
  };
  const before = kept('before');
  beginFile();
  const file = kept('of the file');
  const all = forAllFiles(() => kept('for all'));
  const later = kept('of the file too');
  endFile();
  console.log([before, file, all, later].map((storage) => storage.getStore()).join());
`;

test('K5 what was made for one file is switched off at its end, and nothing else', () => {
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', PROGRAM], { cwd: root, encoding: 'utf8' });
  expect({ stdout: stdout.trim(), stderr }).toEqual({ stdout: 'before,,for all,', stderr: '' });
});
