// The body of 任务: the month so far, and whom to call today.
import { bound, whileAttached } from '../../../../compose/bind/bound';
import { component } from '../../../../compose/bind/component';
import { chosenOf } from '../../../../compose/bind/dialogs';
import { openPage } from '../../../../compose/bind/go';
import { healing } from '../../../../compose/bind/healing';
import { here } from '../../../../compose/bind/here';
import { bindList } from '../../../../compose/bind/list';
import { listPage, SILENT_LIST } from '../../../../compose/bind/list-page';
import { bindStore, useCore } from '../../../../compose/bind/page';
import { bindSmallList } from '../../../../compose/bind/small-list';
import { tasksView } from '../../../../compose/late-view';
import type { TasksFirst } from '../../../../compose/late-view';
import type { Chunk } from '../../../../format/chunks';
import { askUrl, entranceUrl, performanceUrl, taskUrl, TAB_URLS } from '../../../../routes';
import {
  aboutTask,
  bannerCuts,
  bannerFields,
  firstTasks,
  NO_BANNER,
  taskChoices,
  taskFailure,
  taskListFields,
  taskRows,
  useTasks,
} from '../../compose/tasks';
import type { TaskRow } from '../../format/task-row';
import type { TaskOption } from '../../stores/tasks/filter';
import { closeOpenRow } from '../swipe-row/open-row';

/** A card has many nodes: fewer of them are kept beyond the screen. */
const MARGIN_PX = 500;

const signIn = (): void => void openPage(entranceUrl());

/** The last `shows` that each was told of. */
const seen = new WeakMap<object, number>();

/** What a change of a task waits for; nothing where the task is gone or nobody is signed in. */
const asked = (request: Promise<unknown> | undefined): Promise<unknown> => request ?? Promise.resolve();

type OfTask = WechatMiniprogram.CustomEvent<{ id: string }>;

component({
  behaviors: [bound, listPage(useTasks, signIn)],
  properties: {
    /** How often the page was shown. */
    shows: { type: Number, value: 0 },
    /** What the tab showed last; null where nothing is known. */
    first: { type: Object, value: null as TasksFirst | null },
  },
  data: {
    ...SILENT_LIST,
    ...NO_BANNER,
    state: '',
    foot: '',
    lost_trouble: '',
    no_match: false,
    kind: '',
    query: '',
    searching: false,
    cuts: [] as number[],
    options: [] as TaskOption[],
    chunks: [] as Chunk<TaskRow>[],
    /** The task that a sheet is about. */
    asked_id: '',
    asked_about: '',
    sheet: '',
  },
  observers: {
    shows() {
      this.see();
    },
  },
  lifetimes: {
    attached() {
      const { platform, xcx } = useCore();
      whileAttached(
        this,
        bindList(this, 'chunks', taskRows, platform, { margin_px: MARGIN_PX }),
        bindSmallList(this, 'options', taskChoices),
        bindSmallList(this, 'cuts', bannerCuts),
        bindStore(this, bannerFields()),
        // The state last: content is there when it says so.
        bindStore(this, taskListFields()),
        healing(xcx, taskFailure, () => void useTasks()?.refresh()),
        tasksView.keep(firstTasks),
      );
      this.see();
    },
  },
  methods: {
    /** The page is in front of the person again. */
    see() {
      const { shows } = this.data;
      if (shows === 0 || seen.get(this) === shows) return;
      seen.set(this, shows);
      closeOpenRow();
      void useTasks()?.show();
    },
    onTouch() {
      closeOpenRow();
    },
    onMonth() {
      return openPage(performanceUrl());
    },

    onKind(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      useTasks()?.setFilter({ kind: event.detail.value });
    },
    onSearch() {
      this.setData({ searching: true });
    },
    onQuery(event: WechatMiniprogram.Input) {
      useTasks()?.setFilter({ query: event.detail.value });
    },
    onCloseSearch() {
      this.setData({ searching: false });
      useTasks()?.setFilter({ query: '' });
    },
    onClearFilter() {
      this.setData({ searching: false });
      useTasks()?.setFilter({ kind: '', query: '' });
    },

    onOpen(event: OfTask) {
      return openPage(taskUrl(event.detail.id));
    },
    /** The same as by swiping, and the assistant. */
    async onMenu(event: OfTask) {
      const { id } = event.detail;
      const task = useTasks()?.find(id);
      if (task === undefined) return;
      const choices = [task.is_pinned ? '取消置顶' : '置顶', '写备注', '问助手', '放弃任务'];
      const chosen = await here(this, chosenOf(choices));
      if (chosen === 0) await here(this, this.pin(id));
      else if (chosen === 1) this.ask(id, 'note');
      else if (chosen === 2) await here(this, this.consult(id));
      else if (chosen === 3) this.ask(id, 'abandon');
    },
    async onGoneMenu(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      if ((await here(this, chosenOf(['取消放弃']))) === 0) await here(this, this.restore(id));
    },
    onPin(event: OfTask) {
      return this.pin(event.detail.id);
    },
    onNote(event: OfTask) {
      this.ask(event.detail.id, 'note');
    },
    onAbandon(event: OfTask) {
      this.ask(event.detail.id, 'abandon');
    },
    onRestore(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      return this.restore(event.currentTarget.dataset.id);
    },
    onSwiped() {
      useTasks()?.learn();
    },
    /** Puts it on top, or back. */
    pin(id: string): Promise<unknown> {
      const task = useTasks()?.find(id);
      return asked(task && useTasks()?.setPinned(task, !task.is_pinned));
    },
    restore(id: string): Promise<unknown> {
      const task = useTasks()?.find(id);
      return asked(task && useTasks()?.restore(task));
    },
    consult(id: string): Promise<unknown> {
      const task = useTasks()?.find(id);
      const about = { context_type: 'task', context_id: id, source: TAB_URLS.tasks } as const;
      return asked(task && openPage(askUrl({ ...about, title: aboutTask(task) })));
    },

    /** Opens a sheet about a task. */
    ask(id: string, sheet: 'note' | 'abandon') {
      const task = useTasks()?.find(id);
      if (task !== undefined) this.setData({ asked_id: id, asked_about: aboutTask(task), sheet });
    },
    onCloseSheet() {
      this.setData({ sheet: '' });
    },
    onAbandoned(event: WechatMiniprogram.CustomEvent<{ reason: string }>) {
      this.setData({ sheet: '' });
      const task = useTasks()?.find(this.data.asked_id);
      return asked(task && useTasks()?.abandon(task, event.detail.reason));
    },
    /** A note may have completed the task. */
    async onSaved() {
      const { asked_id } = this.data;
      this.setData({ sheet: '' });
      const tasks = useTasks();
      if (tasks !== null && (await here(this, tasks.renew(asked_id)))) {
        void wx.showToast({ title: '已完成回访', icon: 'success' });
      }
    },
  },
});
