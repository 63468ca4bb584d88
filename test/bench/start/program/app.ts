// The smallest mini program there is: what the host and an empty page cost by themselves.
App({});
