// test/preview/playwright as loaded outside of the sandbox.
module.exports = globalThis.loadOutside('test/preview/playwright');
