// Lints the planted texts in a process of its own (ESLint loads its config as an ES module, which jest's sandbox refuses)
// and prints, for each, the rules that spoke.
import path from 'node:path';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { planted } from './planted';

async function main(): Promise<void> {
  const eslint = new ESLint({
    cwd: path.resolve(__dirname, '../../..'),
    // Planted files are not on disk, so the rules that ask the type checker are left out; the walls ask only for syntax.
    overrideConfig: [
      {
        files: ['**/*.ts'],
        ...tseslint.configs.disableTypeChecked,
        languageOptions: { parserOptions: { project: null, program: null, projectService: false } },
      },
    ],
  });
  const rules = await Promise.all(
    planted.map(async ({ text, file }) => {
      const [result] = await eslint.lintText(text, { filePath: file });
      return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
    }),
  );
  process.stdout.write(JSON.stringify(rules));
}

void main();
