// test/e2e/stand as loaded outside of the sandbox.
module.exports = globalThis.loadOutside('test/e2e/stand');
