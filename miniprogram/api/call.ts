// One call as a wrapper describes it, and what comes of it.
import type { AbortSignal } from '../platform/abort';
import type { Priority } from './budget';
import type { Params, Query, Route } from './route';
import type { Schema } from './schema';

/** What a caller may set on any wrapper. */
export interface CallOptions {
  signal?: AbortSignal;
  /** Default `now`. */
  priority?: Priority;
  timeout_ms?: number;
}

/** One call, as a wrapper describes it. */
export interface Call<T> {
  route: Route;
  params?: Params;
  query?: Query;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  schema: Schema<T>;
  /** `none`: sign-in and its like, sent without a token and never refreshed. */
  auth?: 'token' | 'none';
  /** Attempts of a GET in all; a write always has one. */
  attempts?: number;
  options?: CallOptions | undefined;
}

/** One file, sent as multipart. */
export interface Upload<T> extends Omit<Call<T>, 'body' | 'query' | 'auth' | 'attempts'> {
  file_path: string;
  /** Name of the multipart field. */
  name: string;
  form?: Record<string, string>;
  /** 0-100. */
  onProgress?: (percent: number) => void;
}

/** A decoded reply with what stood beside it. */
export interface Reply<T> {
  data: T;
  /** The backend's own sentence (短信服务未配置…), perhaps empty. */
  message: string;
  cookies: readonly string[];
  /** When the backend says it answered, as it wrote it; absent where its envelope has no time. */
  timestamp?: string;
}

/** An answer that comes as server-sent events: `message` for each piece, then `done` (or `error`). */
export interface StreamCall<T, Piece> extends Omit<Call<T>, 'attempts'> {
  piece: Schema<Piece>;
  onPiece: (piece: Piece) => void;
  /** Translates a backend's event into the names above; without it, events are read as they come. */
  nameEvent?: (event: string, data: unknown) => { event: string; data: unknown };
}
