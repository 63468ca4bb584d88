// What staff use of the app, composed as the app composes it (`packages/{staff,assistant}/compose`).
import type { Core } from '../../../../miniprogram/compose/core';
import { createAssistantApi } from '../../../../miniprogram/packages/assistant/api/assistant';
import { Subjects } from '../../../../miniprogram/packages/assistant/stores/about';
import { Chats } from '../../../../miniprogram/packages/assistant/stores/chats/chats';
import { Talks } from '../../../../miniprogram/packages/assistant/stores/talk/talks';
import { createConfigApi } from '../../../../miniprogram/packages/staff/api/config';
import { createNotesApi } from '../../../../miniprogram/packages/staff/api/notes';
import { createTaskApi } from '../../../../miniprogram/packages/staff/api/task';
import { createTasksApi } from '../../../../miniprogram/packages/staff/api/tasks';
import { BusinessDay } from '../../../../miniprogram/packages/staff/stores/business-day';
import { Notes } from '../../../../miniprogram/packages/staff/stores/notes/notes';
import { Tasks } from '../../../../miniprogram/packages/staff/stores/tasks/tasks';
import { perPerson } from '../../../../miniprogram/stores/person/per-person';
import type { PerPerson } from '../../../../miniprogram/stores/person/per-person';
import { staffUser } from '../../../../miniprogram/stores/person/staff-view';

/** Built for whoever is signed in. */
export interface Desk {
  tasks: Tasks;
  notes: Notes;
  chats: Chats;
  talks: Talks;
}

export function openDesk({ xcx, platform, session, config }: Core): PerPerson<Desk> {
  return perPerson(xcx, platform, ({ client, area, clock, timers, onLeave }): Desk => {
    const day = new BusinessDay({ clock, api: createConfigApi(client) });
    const tasks = new Tasks({
      api: { ...createTasksApi(client), ...createTaskApi(client) },
      area,
      clock,
      day,
    });
    const nickname = () => staffUser(session)?.nickname.trim() ?? '';
    const notes = new Notes({ api: createNotesApi(client), area, timers, clock, nickname });
    const api = createAssistantApi(client, config.timeouts.stream_ms);
    const chats = new Chats(api);
    const time = { now: () => platform.clock.now(), after: timers.after.bind(timers) };
    const onSaid = (): void => void (chats.pages.loaded !== null && chats.pages.refresh());
    const talks = new Talks({ api, clock, time, subjects: new Subjects(area), onSaid });
    onLeave(platform.lifecycle.onHide(() => notes.flush()));
    onLeave(platform.lifecycle.onShow(() => talks.wake()));
    return { tasks, notes, chats, talks };
  });
}
