// What a property is given may be as large as the property says; by itself the library gives ten of anything at most.
const library = require('../../../node_modules/fast-check');

library.configureGlobal({ defaultSizeToMaxWhenMaxSpecified: true });
module.exports = library;
