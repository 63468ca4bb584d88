// One jest, one project per kind of test; `test/run.ts` chooses among them (npm run test:unit and so on).
const compilerOptions = {
  target: 'ES2022',
  module: 'CommonJS',
  moduleResolution: 'Bundler',
  esModuleInterop: true,
  allowJs: true,
  isolatedModules: true,
  resolveJsonModule: true,
  skipLibCheck: true,
  sourceMap: true,
};

// Types are checked once by `tsc`; here files are only transpiled.
const sources = '\\.[cm]?[jt]sx?$';
const translate = { [sources]: '<rootDir>/test/support/translate.js' };
// Component tests load the program as TypeScript itself compiles it.
const compile = {
  '/miniprogram/(?!.*miniprogram_npm).*\\.ts$': [
    'ts-jest',
    { tsconfig: compilerOptions, diagnostics: false },
  ],
  ...translate,
};

// Published as ES modules only.
const translated = ['jose', 'tdesign-miniprogram', 'marked', 'uqr', 'valibot', 'fast-check', 'pure-rand'];

// What is uploaded lacks what the charts do not use, and they must not miss it.
const charts = { '^chartjs$': '<rootDir>/miniprogram/packages/charts/miniprogram_npm/chartjs/index.js' };

const large = { '^fast-check$': '<rootDir>/test/support/house/fast-check.js' };
const asserting = { setupFilesAfterEnv: ['<rootDir>/test/support/house/asserts.js'] };

const project = (name, options) => ({
  displayName: name,
  rootDir: __dirname,
  roots: [`<rootDir>/test/${name}`],
  testMatch: [`<rootDir>/test/${name}/**/*.test.ts`],
  testEnvironment: 'node',
  // jest wraps the globals that a file leaves behind; on objects that all files share the wrappers pile up until the
  // stack overflows.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  transform: translate,
  transformIgnorePatterns: [`/node_modules/(?!(${translated.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/test/wechat/node_modules', '<rootDir>/test/.cache'],
  moduleNameMapper: { ...charts, ...large },
  ...options,
});

// Loaded once a worker instead of once a file.
const outside = (moduleNameMapper) => ({
  testEnvironment: '<rootDir>/test/support/house/environment.js',
  moduleNameMapper: { ...moduleNameMapper, ...large },
});
const housed = outside({
  '^(?:\\.\\./)+(backend|preview|preview/playwright|stand)(?:/index)?$': '<rootDir>/test/support/house/$1.js',
});

module.exports = {
  // One worker for each core, because browsers and backends mostly wait.
  maxWorkers: '100%',
  // A limit for what hangs, not for what is slow on a busy machine.
  testTimeout: 60_000,
  testSequencer: '<rootDir>/test/support/sequencer.js',
  reporters: ['default', '<rootDir>/test/support/tally-reporter.js'],
  projects: [
    project('unit', {
      ...asserting,
      ...outside({
        ...charts,
        '^(typescript|esbuild)$': '<rootDir>/test/support/house/$1.js',
        '^(?:\\.\\./)+(?:wechat/)?pack/(pack|bundle|commonjs)$': '<rootDir>/test/support/house/pack/$1.js',
      }),
    }),
    project('component', {
      ...asserting,
      testEnvironment: '<rootDir>/test/support/house/page-environment.js',
      transform: compile,
    }),
    project('contract', { ...asserting, ...housed }),
    project('e2e', housed),
  ],
};
