// Whether the page's data is what the stores say, all of it: figures of a list that lost a row would be worthless.
import { isDeepStrictEqual } from 'node:util';
import { conversationRows } from '../../../miniprogram/packages/member/stores/chat/rows/conversation-rows';
import { agentName } from '../../../miniprogram/packages/member/format/session-row';
import type { MessageRow } from '../../../miniprogram/packages/member/format/message-row';
import type { BenchWorld } from './world';

/** All rows made anew from the lines, without anything that the app keeps between changes. */
function snapshot({ conversation, chat }: BenchWorld, now: number): MessageRow[] {
  const rows = conversationRows({
    transcript: conversation.transcript,
    entries: chat.outbox.of(conversation.session_id),
    rowKey: (line) => conversation.rowKey(line),
    awaited: new Set(),
    percent: () => undefined,
    isSlow: () => false,
    connected: true,
    host: agentName(chat.sessions.find(conversation.session_id)),
    now,
  });
  return JSON.parse(JSON.stringify(rows)) as MessageRow[];
}

/** Throws where a list on the page is not the one wanted, naming the first row that differs. */
export function requireSame(shown: readonly MessageRow[], wanted: readonly MessageRow[]): void {
  if (isDeepStrictEqual(shown, wanted)) return;
  const at = wanted.findIndex((row, index) => !isDeepStrictEqual(row, shown[index]));
  throw new Error(
    `the page differs from the snapshot: ${shown.length} rows for ${wanted.length}, the first other one at ${at}`,
  );
}

/** Brings every chunk near, and compares every row on the page with the snapshot. Throws where one differs. */
export async function checkPage(world: BenchWorld): Promise<void> {
  const newest = world.rows.at(-1)?.chat_message_id;
  const told = String(world.server.newest);
  if (newest !== told)
    throw new Error(`the page's newest message is ${String(newest)}, the server's ${told}`);
  world.page.showAll();
  // An update fills a few chunks.
  for (let before = -1; world.rows.length > before;) {
    before = world.rows.length;
    await world.flush();
  }
  requireSame(world.rows, snapshot(world, world.now));
}
