// test/wechat/pack/bundle as loaded outside of the sandbox: it keeps what it has made.
module.exports = globalThis.loadOutside('test/wechat/pack/bundle');
