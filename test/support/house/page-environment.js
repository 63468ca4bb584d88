// Where component tests run: a document of their own.
const { TestEnvironment } = require('jest-environment-jsdom');
const { leavingNothing } = require('./contexts');

module.exports = leavingNothing(TestEnvironment);
