// The events of an item's history as steps to read, newest first.
import { tableOf } from '../../../format/lookup';
import { unreadableText } from '../../../format/unreadable';
import type { TimelineEvent } from '../../../../typings/v4/backpack';
import { formatMinute, parseWireTime } from '../../../format/time';

export interface TimelineStep {
  row_key: string;
  icon: string;
  title: string;
  /** Empty where the backend sent nothing readable. */
  detail: string;
  time_text: string;
}

const eventWords = tableOf<string>({
  mint: '已到账',
  transfer: '已转移',
  use: '您已使用',
  expire: '已过期',
  destroy: '已作废',
  hold: '待使用',
  release: '退回背包',
});
const OTHER_WORD = '状态更新';

const eventIcons = tableOf<string>({
  mint: 'gift',
  transfer: 'swap',
  use: 'check-circle',
  expire: 'time',
  destroy: 'close-circle',
  hold: 'lock-on',
  release: 'lock-off',
});
const OTHER_ICON = 'info-circle';

/**
 * The steps of a history, newest first; events without a readable time keep their place beside their neighbours.
 * @param events as sent, oldest first (V4 §Fields)
 * @param unreadable how many more there are that cannot be shown
 */
export function timelineSteps(events: readonly TimelineEvent[], unreadable = 0): TimelineStep[] {
  const seen = new Map<string, number>();
  const steps = sorted(events).map((event) => {
    const at = parseWireTime(event.time);
    // Two equal events (same second, same kind) are told apart by how often they came before.
    const base = `${event.time ?? ''}/${event.event}`;
    const nth = seen.get(base) ?? 0;
    seen.set(base, nth + 1);
    const time_text = at === null ? '' : formatMinute(at);
    return {
      row_key: `${base}/${nth}`,
      icon: eventIcons[event.event] ?? OTHER_ICON,
      title: eventWords[event.event] ?? OTHER_WORD,
      detail: detailText(event),
      time_text,
    };
  });
  const title = unreadableText(unreadable);
  const lost = { row_key: 'unreadable', icon: OTHER_ICON, title, detail: '', time_text: '' };
  return title === '' ? steps.reverse() : [...steps.reverse(), lost];
}

function sorted(events: readonly TimelineEvent[]): TimelineEvent[] {
  let last = Number.NEGATIVE_INFINITY;
  return events
    .map((event, place) => {
      last = parseWireTime(event.time) ?? last;
      return { event, at: last, place };
    })
    .sort((a, b) => (a.at === b.at ? a.place - b.place : a.at - b.at))
    .map(({ event }) => event);
}

/** Codes of the ledger mean nothing to people: only a sentence is shown. */
function detailText({ detail }: TimelineEvent): string {
  if (typeof detail === 'string') return /^[\w.:-]*$/.test(detail) ? '' : detail.trim();
  const said = detail?.['description'] ?? detail?.['reason'];
  return typeof said === 'string' && !/^[\w.:-]*$/.test(said) ? said.trim() : '';
}
