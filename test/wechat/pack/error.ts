/** The one error of the packing step: its message says what to change in the project, so no stack is shown. */
export class PackError extends Error {
  override name = 'PackError';
}
