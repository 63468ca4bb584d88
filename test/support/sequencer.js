// e2e tests first and one after another: they share worlds from file to file. The longest come first, so that at the end all
// workers finish at about the same time.
const { default: Sequencer } = require('@jest/test-sequencer');

const isEndToEnd = ({ context }) => context.config.displayName?.name === 'e2e';

/** In a new clone jest goes by the sizes of files, and these are the shortest to read and the longest to run. */
const isUnknownLayout = ({ duration, path }) =>
  duration === undefined && /[\\/]e2e[\\/]layout[\\/]/.test(path);

const first = (tests, isFirst) => [...tests.filter(isFirst), ...tests.filter((test) => !isFirst(test))];

module.exports = class extends Sequencer {
  sort(tests) {
    return first(first(super.sort(tests), isUnknownLayout), isEndToEnd);
  }
};
