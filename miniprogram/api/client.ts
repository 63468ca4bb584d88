// One call to a backend: token, headers, budget, retry, decoding. Every wrapper goes through it.
import type { GenericSchema, InferOutput } from 'valibot';
import type { HttpMethod } from '../platform/ports';
import type { AbortSignal } from '../platform/abort';

/** `now`: a person waits for it. `soon`: the page is there without it. `later`: prefetch. */
export type Priority = 'now' | 'soon' | 'later';

/** What a caller may set on any wrapper. */
export interface CallOptions {
  signal?: AbortSignal;
  priority?: Priority;
  timeout_ms?: number;
}

/** One call, as a wrapper describes it. */
export interface Call<S extends GenericSchema> {
  method: HttpMethod;
  /** Relative to the backend's base, ids already encoded. */
  path: string;
  /** For errors: the route with its placeholders (`GET /backpack/items/:item_id`), so that it holds no id. */
  endpoint: string;
  query?: Record<string, string | number | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
  schema: S;
  /** `none`: sign-in and its like, sent without a token and never refreshed. */
  auth?: 'token' | 'none';
  options?: CallOptions | undefined;
}

/** A decoded reply with what stood beside it. */
export interface Reply<T> {
  data: T;
  /** The backend's own sentence, e.g. 短信服务未配置. */
  message: string;
  cookies: readonly string[];
}

/** Every method rejects with `ApiError` only. */
export interface Client {
  /** The decoded `data` of the envelope. */
  call<S extends GenericSchema>(call: Call<S>): Promise<InferOutput<S>>;
  callFull<S extends GenericSchema>(call: Call<S>): Promise<Reply<InferOutput<S>>>;
  /** Multipart upload of one file, with the same token, budget and decoding. */
  upload<S extends GenericSchema>(call: Upload<S>): Promise<InferOutput<S>>;
}

export interface Upload<S extends GenericSchema> {
  path: string;
  endpoint: string;
  file_path: string;
  /** Name of the multipart field. */
  name: string;
  form?: Record<string, string>;
  schema: S;
  /** 0-100. */
  onProgress?: (percent: number) => void;
  options?: CallOptions | undefined;
}
