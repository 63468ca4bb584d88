// Thrown by a route that exists in the other profile only: it answers as if it did not exist.

export class UnknownRoute extends Error {}
