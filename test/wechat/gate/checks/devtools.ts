/** DevTools opens the sources as they are: its own parser, older than TypeScript's, must know their syntax. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readProject } from '../../pack/project';
import type { Check } from '../check';
import { toolFolder } from '../tools';

interface Babel {
  parse(text: string, options: object): object;
}

const OPTIONS = { sourceType: 'module', plugins: ['typescript'] };

export const devtools: Check = {
  title: 'DevTools knows the syntax of the sources',
  run({ root }) {
    const { parse } = createRequire(join(toolFolder('miniprogram-ci'), 'package.json'))(
      '@babel/parser',
    ) as Babel;
    const { source, files } = readProject(root);
    return files
      .filter((path) => /\.[jt]s$/.test(path))
      .flatMap((path) => {
        try {
          parse(readFileSync(join(source, path), 'utf8'), OPTIONS);
          return [];
        } catch (error) {
          if (!(error instanceof SyntaxError && 'loc' in error)) throw error;
          const { line } = error.loc as { line: number };
          return [{ at: `miniprogram/${path}:${line}`, message: error.message }];
        }
      });
  },
};
