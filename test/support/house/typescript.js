// The compiler as loaded outside of the sandbox.
module.exports = globalThis.loadOutside('typescript');
