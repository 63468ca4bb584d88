// The unit and contract tests as they are, with files that may be changed on their way to them.
const { projects, testTimeout } = require('../../jest.config.js');

const transform = { '\\.[cm]?[jt]sx?$': '<rootDir>/test/mutants/translate.js' };

module.exports = {
  testTimeout,
  reporters: [],
  projects: projects
    .filter(({ displayName }) => displayName === 'unit' || displayName === 'contract')
    .map((project) => ({ ...project, transform })),
};
