// TypeScript and ES modules into what jest's sandbox loads, by esbuild: a cold start translates some thousand files.
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');
const esbuild = require('esbuild');

const LOADERS = { ts: 'ts', mts: 'ts', cts: 'ts', js: 'js', mjs: 'js', cjs: 'js', tsx: 'tsx', jsx: 'jsx' };

const self = `${esbuild.version}\0${readFileSync(__filename, 'utf8')}`;

module.exports = {
  getCacheKey: (text, file) => createHash('sha1').update(`${self}\0${file}\0${text}`).digest('hex'),
  process(text, file) {
    // WeChat's `require.async` loads a subpackage: here every file is at hand.
    const here = file.includes('/miniprogram/')
      ? text.replace(/\brequire\.async\(([^()]*)\)/g, 'Promise.resolve().then(() => require($1))')
      : text;
    const { code } = esbuild.transformSync(here, {
      loader: LOADERS[file.split('.').at(-1)],
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      // `import()` asks for a flag that jest is not run with.
      supported: { 'dynamic-import': false },
      sourcefile: file,
      sourcemap: 'inline',
    });
    return { code };
  },
};
