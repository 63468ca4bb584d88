// The events of an item's history as steps to read, newest first.
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

interface EventLook {
  title: string;
  icon: string;
}

const eventIcons: Record<string, EventLook> = {
  mint: { title: '获得', icon: 'gift' },
  transfer: { title: '转移', icon: 'swap' },
  use: { title: '使用', icon: 'check-circle' },
  expire: { title: '过期', icon: 'time' },
  destroy: { title: '失效', icon: 'close-circle' },
  hold: { title: '锁定', icon: 'lock-on' },
  release: { title: '解锁', icon: 'lock-off' },
};
const otherIcon: EventLook = { title: '状态更新', icon: 'info-circle' };

/**
 * The steps of a history, newest first; events without a readable time keep their place beside their neighbours.
 * @param events as sent, oldest first (V4 §Fields)
 */
export function timelineSteps(events: readonly TimelineEvent[]): TimelineStep[] {
  const seen = new Map<string, number>();
  const steps = sorted(events).map((event) => {
    const at = parseWireTime(event.time);
    const look = eventIcons[event.event] ?? otherIcon;
    // Two equal events (same second, same kind) are told apart by how often they came before.
    const base = `${event.time ?? ''}/${event.event}`;
    const nth = seen.get(base) ?? 0;
    seen.set(base, nth + 1);
    const time_text = at === null ? '' : formatMinute(at);
    return { row_key: `${base}/${nth}`, ...look, detail: detailText(event), time_text };
  });
  return steps.reverse();
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
