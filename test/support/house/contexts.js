// What jest keeps for a test, it keeps in an `AsyncLocalStorage` made for the file, which stays switched on for ever: every
// promise of all later files is then written down in it too, and each file makes them slower.
const hooks = require('node:async_hooks');

const made = new Set();
let isForFile = false;

hooks.AsyncLocalStorage = class extends hooks.AsyncLocalStorage {
  constructor(...options) {
    super(...options);
    if (isForFile) made.add(this);
  }
};

/** From here on what is made is the file's own. */
function beginFile() {
  isForFile = true;
}

/** Switches off what was made for the file. */
function endFile() {
  isForFile = false;
  for (const storage of made) storage.disable();
  made.clear();
}

/** What is loaded for all files keeps its own. */
function forAllFiles(load) {
  const before = isForFile;
  isForFile = false;
  try {
    return load();
  } finally {
    isForFile = before;
  }
}

/** The environment of a file that leaves nothing switched on. */
const leavingNothing = (Environment) =>
  class extends Environment {
    async setup() {
      await super.setup();
      beginFile();
    }

    async teardown() {
      endFile();
      await super.teardown();
    }
  };

module.exports = { beginFile, endFile, forAllFiles, leavingNothing };
