// A refusal of the V4 backend: a real HTTP status, a code to branch on, a Chinese message for people.

export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly data: Readonly<Record<string, unknown>> = {},
    /** Response headers that go with the refusal. */
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

export const badRequest = (message: string) => new ApiError(400, 'BAD_REQUEST', message);
export const unauthorized = (code: string, message: string) => new ApiError(401, code, message);
export const forbidden = (message: string) => new ApiError(403, 'FORBIDDEN', message);
export const notFound = (message: string, code = 'NOT_FOUND') => new ApiError(404, code, message);
export const internal = (message: string) => new ApiError(500, 'INTERNAL_ERROR', message);
