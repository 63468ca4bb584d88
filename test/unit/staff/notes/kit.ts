// Notes for tests: the real store on a phone of its own, and a server that keeps what it is told.
import { ApiError } from '../../../../miniprogram/api/errors';
import type { Failure } from '../../../../miniprogram/api/errors';
import type { NewNote, NotesApi } from '../../../../miniprogram/packages/staff/api/notes';
import { Notes } from '../../../../miniprogram/packages/staff/stores/notes/notes';
import { createStore } from '../../../../miniprogram/platform/storage';
import type { ApiNoteItem } from '../../../../typings/xcx/notes';
import { createFakeTime, settle } from '../../../support/fake-time';
import { createNodePlatform } from '../../../support/node-platform';

export const TASK = { target_type: 'task', target_id: '12' } as const;
export const CUSTOMER = { target_type: 'customer', target_id: '12' } as const;
export const OFFLINE: Failure = { kind: 'network' };
export const REFUSED: Failure = { kind: 'api', status: 422, code: '422', message: '备注不能为空' };

/** A server that keeps notes, and may fail: before or after it did what was asked. */
export function world() {
  const time = createFakeTime();
  const platform = createNodePlatform({ clock: time, timers: time });
  const area = createStore(platform.storage, time).area('staff:1');
  const server: ApiNoteItem[] = [];
  const sent: NewNote[] = [];
  /** What was asked to be deleted. */
  const removed: string[] = [];
  const faults: { before?: Failure; after?: Failure; reading?: Failure } = {};
  const fail = (failure: Failure | undefined): void => {
    if (failure !== undefined) throw new ApiError(failure);
  };
  const api: NotesApi = {
    async notes({ page, pageSize }) {
      await settle();
      fail(faults.reading);
      const items = server.slice((page - 1) * pageSize, page * pageSize);
      return { items, total: server.length, page, pageSize };
    },
    async create(note) {
      sent.push(note);
      await settle();
      fail(faults.before);
      const made: ApiNoteItem = {
        ...{ id: String(100 + server.length), content: note.content, tag_type: 'coach', tag_label: '' },
        created_at: new Date(time.now()).toISOString(),
      };
      server.unshift(made);
      fail(faults.after);
      return made;
    },
    async remove(id) {
      removed.push(id);
      await settle();
      fail(faults.before);
      const at = server.findIndex((note) => note.id === id);
      if (at < 0) fail({ kind: 'api', status: 404, code: '404', message: '备注不存在' });
      server.splice(at, 1);
      return null;
    },
  };
  /** The server's as the phone knows it: `skew_ms` ahead. */
  const clock = { now: () => time.now() + clock.skew_ms, skew_ms: 0 };
  const open = () => new Notes({ api, area, timers: time, clock, nickname: () => '陈小柔' });
  return { time, clock, server, sent, removed, faults, open };
}
