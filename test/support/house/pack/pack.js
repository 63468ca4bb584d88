// test/wechat/pack/pack as loaded outside of the sandbox: it keeps the packages that it has read.
module.exports = globalThis.loadOutside('test/wechat/pack/pack');
