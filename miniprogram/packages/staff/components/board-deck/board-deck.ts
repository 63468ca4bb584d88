// The body of 看板: coaches, customers, finance.
import { bound, whileAttached } from '../../../../compose/bind/bound';
import { component } from '../../../../compose/bind/component';
import { openPage } from '../../../../compose/bind/go';
import { healing } from '../../../../compose/bind/healing';
import { bindList } from '../../../../compose/bind/list';
import { listPage, SILENT_LIST } from '../../../../compose/bind/list-page';
import { bindStore, useCore } from '../../../../compose/bind/page';
import { bindSmallList } from '../../../../compose/bind/small-list';
import { boardsView } from '../../../../compose/late-view';
import type { ChartContent } from '../../../../format/chart';
import type { Chunk } from '../../../../format/chunks';
import { askUrl, boardsUrl, coachUrl, customerUrl, entranceUrl, TAB_URLS } from '../../../../routes';
import {
  boardFailure,
  boardFields,
  boardNamed,
  boardRowsOf,
  boardTitle,
  cardsOf,
  chipsNow,
  choicesFor,
  firstBoard,
  headingOf,
  lookInto,
  podiumOf,
  segmentsOf,
  useBoards,
} from '../../compose/boards';
import type { Chip, Choice, PodiumRow, Segment } from '../../compose/boards';
import type { BoardRow } from '../../format/board-rows';
import { blankCard } from '../../format/finance-cards';
import type { Card } from '../../format/finance-cards';

const signIn = (): void => void openPage(entranceUrl());

/** The last `shows` that each was told of. */
const seen = new WeakMap<object, number>();

type Of<Data extends object> = WechatMiniprogram.TouchEvent<object, object, Data>;

component({
  behaviors: [bound, listPage(useBoards, signIn)],
  properties: {
    /** How often the page was shown. */
    shows: { type: Number, value: 0 },
    /** Of the link by which the page was opened; null once it was followed. */
    query: { type: Object, value: null as unknown as Record<string, string> },
  },
  data: {
    ...SILENT_LIST,
    state: '',
    board: 'coaches',
    board_text: '',
    summary: '',
    dimension: '',
    about: '',
    figure_name: '',
    updated: '',
    foot: '',
    reset_text: '',
    segments: [] as Segment[],
    chips: [] as Chip[],
    dimensions: [] as readonly Choice[],
    podium: [] as PodiumRow[],
    chunks: [] as Chunk<BoardRow>[],
    cards: [] as Card[],
    /** The filters are scrolled away: a line stands for them. */
    folded: false,
    /** `choices` of a filter, or what a `card` says; empty for none. */
    sheet: '',
    sheet_heading: '',
    sheet_about: '',
    sheet_filter: '',
    sheet_value: '',
    choices: [] as readonly Choice[],
    card: blankCard,
    ring: null as ChartContent | null,
    meaning: '',
  },
  observers: {
    shows() {
      this.see();
    },
    query() {
      this.see();
    },
  },
  lifetimes: {
    attached() {
      const { platform, xcx } = useCore();
      this.follow();
      whileAttached(
        this,
        bindSmallList(this, 'segments', () => segmentsOf(useBoards())),
        bindSmallList(this, 'chips', () => chipsNow(useBoards())),
        bindSmallList(this, 'podium', () => podiumOf(useBoards())),
        bindSmallList(this, 'cards', () => cardsOf(useBoards())),
        bindList(this, 'chunks', () => boardRowsOf(useBoards()), platform),
        // The state last: content is there when it says so.
        bindStore(this, boardFields()),
        healing(xcx, boardFailure, () => void useBoards()?.read()),
        boardsView.keep(firstBoard),
      );
      this.setData({ dimensions: choicesFor('customers', 'dimension', null) });
      this.see();
    },
    ready() {
      const observer = this.createIntersectionObserver({ thresholds: [0] });
      whileAttached(this, () => observer.disconnect());
      observer.relativeToViewport().observe('#head', ({ intersectionRatio, boundingClientRect }) => {
        const folded = intersectionRatio <= 0 && boundingClientRect.top < 0;
        if (folded !== this.data.folded) this.setData({ folded });
      });
    },
  },
  methods: {
    /** The page is in front of the person again. */
    see() {
      this.follow();
      const { shows } = this.data;
      if (shows === 0 || seen.get(this) === shows) return;
      seen.set(this, shows);
      void useBoards()?.look();
    },
    /** Turns to what a link asks for, once. */
    follow() {
      const { query } = this.data;
      if (query === null) return;
      useBoards()?.open(query);
      seen.delete(this);
      this.triggerEvent('opened');
    },
    /** What a card of WeChat says of the page as it is. */
    share(): { title: string; path: string } {
      const boards = useBoards();
      if (boards === null) return { title: '看板', path: TAB_URLS.boards };
      const { title, summary } = boardTitle(boards);
      return { title: `${title}：${summary}`, path: boardsUrl(boards.query) };
    },
    toTop() {
      void wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    },
    onFolded() {
      this.toTop();
    },

    onBoard(event: Of<{ name: string }>) {
      const board = boardNamed(event.currentTarget.dataset.name);
      if (board === null || board === this.data.board) return;
      this.toTop();
      void useBoards()?.choose(board);
    },
    onDimension(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.choose({ dimension: event.detail.value });
    },
    onChip(event: Of<{ name: string }>) {
      const { name } = event.currentTarget.dataset;
      const boards = useBoards();
      if (boards === null) return;
      const value = boards.filter[name] ?? '';
      if (name === 'compare') return this.choose({ compare: value === '1' ? '0' : '1' });
      const choices = choicesFor(boards.board, name, boards.skills);
      const about = { sheet_heading: headingOf(boards.board, name), sheet_about: '', sheet_filter: name };
      this.setData({ sheet: 'choices', ...about, sheet_value: value, choices });
    },
    onChoice(event: Of<{ value: string }>) {
      const { sheet_filter, sheet_value } = this.data;
      const { value } = event.currentTarget.dataset;
      this.setData({ sheet: '' });
      if (value !== sheet_value) this.choose({ [sheet_filter]: value });
    },
    choose(change: Record<string, string>) {
      if (this.data.folded) this.toTop();
      void useBoards()?.set(change);
    },

    onRow(event: Of<{ id: string }>) {
      const { id } = event.currentTarget.dataset;
      if (id === '') return undefined;
      return openPage(this.data.board === 'coaches' ? coachUrl(id) : customerUrl(id));
    },
    onCard(event: WechatMiniprogram.CustomEvent<{ row_key: string }>) {
      const found = lookInto(event.detail.row_key);
      if (found === null) return;
      const { card } = found;
      this.setData({ sheet: 'card', sheet_heading: card.label, sheet_about: this.data.summary, ...found });
    },
    onCloseSheet() {
      this.setData({ sheet: '' });
    },
    /** About the board, or the figure that is looked into. */
    onAsk() {
      const boards = useBoards();
      if (boards === null) return undefined;
      const { title, summary } = boardTitle(boards);
      const figure = this.data.sheet === 'card' ? [this.data.card.label] : [];
      this.setData({ sheet: '' });
      const about = { context_type: 'board', context_id: boards.board } as const;
      return openPage(
        askUrl({ ...about, title: [title, ...figure, summary].join(' · '), source: boardsUrl(boards.query) }),
      );
    },
    onElsewhere() {
      void useBoards()?.choose('coaches');
    },
  },
});
