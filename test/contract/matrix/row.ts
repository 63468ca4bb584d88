// What each route of the contract must have a row of: its call, its empty reply, its refusals.
import type { Failure } from '../../../miniprogram/api/errors';
import type { Client } from '../../../miniprogram/api/client';
import type { AssistantApi } from '../../../miniprogram/packages/assistant/api/assistant';
import type { CoachesApi } from '../../../miniprogram/packages/staff/api/coaches';
import type { CustomersApi } from '../../../miniprogram/packages/staff/api/customers';
import type { NotesApi } from '../../../miniprogram/packages/staff/api/notes';
import type { PerformanceApi } from '../../../miniprogram/packages/staff/api/performance';
import type { TaskApi } from '../../../miniprogram/packages/staff/api/task';
import type { Backend } from '../../backend';
import type { ClientCore } from '../../support/client-core';
import type { Tamper } from './tamper';

/** The wrappers that live in the staff subpackage. */
export interface StaffApis {
  assistant: AssistantApi;
  coaches: CoachesApi;
  customers: CustomersApi;
  notes: NotesApi;
  performance: PerformanceApi;
  task: TaskApi;
}

/** A backend, and the app signed in at it. */
export interface World {
  backend: Backend;
  core: ClientCore;
  client: Client;
  staff: StaffApis;
  tamper: Tamper;
  /** Another person's app, by mobile (V4) or openid (xcx). */
  as(person: string): Promise<World>;
}

/** What a row makes before its call: an id to call with, mostly. */
export type Prepare<Given> = (world: World) => Promise<Given>;

export interface Refusal<Given> {
  name: string;
  /** Changes the world, and the call where it is another one. */
  run(world: World, given: Given): Promise<unknown>;
  failure: Partial<Failure>;
}

export interface Row<Given = unknown> {
  /** As in the route table. */
  route: string;
  /** Who calls, where it is not whom the file is about. */
  as?: string;
  prepare: Prepare<Given>;
  call(world: World, given: Given): Promise<unknown>;
  /** What success holds at least. */
  success: unknown;
  /** The call that has an empty reply, and that reply; absent where replies cannot be empty. */
  empty?: { run(world: World): Promise<unknown>; reply: unknown };
  refusals: Refusal<NoInfer<Given>>[];
  /** Replies without any id, or without any enumeration, say so: else the changed reply must show them. */
  without?: ('ids' | 'enumerations')[];
  /** Every part of the reply may be missing. */
  lenient?: true;
  /** A reply whose data nobody reads: no value of it can be wrong. */
  ignored?: true;
  /** The list of its rows, where one broken row must not cost the others. */
  list?(value: unknown): readonly unknown[];
  /** Of several calls the one whose reply is changed: `POST /chat/stream`. */
  reply?: string;
  /** Offered in this profile alone. */
  only?: 'deployed';
  /** What is otherwise in the deployed profile. */
  deployed?: Deployed;
}

/** How a reply of the deployed profile differs from the documented one. */
export interface Deployed {
  without?: ('ids' | 'enumerations')[];
  /** Its fields (snake_case) that are read under another name, or (`null`) inside of another shape. */
  renamed?: Readonly<Record<string, string | null>>;
  /** There are enumerations, and they are not read. */
  unread?: true;
  /** The frame around the data is decoded too, so the failure may name any place. */
  anyPlace?: true;
}

/** Keeps the row's types together and forgets them. */
export function row<Given>(one: Row<Given>): Row {
  return one;
}

export const nothing = async (): Promise<undefined> => undefined;

/** A refusal planned at the backend for the next calls under a path. */
export const api = (status: number, code: string): Partial<Failure> => ({ kind: 'api', status, code });
