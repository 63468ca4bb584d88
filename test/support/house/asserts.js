// A test that comes to no assertion, because its loops had nothing in them or it returned before, shows nothing.
beforeEach(() => expect.hasAssertions());
