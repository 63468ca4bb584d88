// The conversation page as a person sees it, and the agent on the other side.
import type { Device } from '../../preview/playwright';
import { go } from './journeys';
import { until } from './until';
import type { World } from './world';

export const conversationPage = 'packages/member/conversation/conversation';

/** Opens it by its address and waits for its lines. */
export async function openTalk(device: Device, session_id: string, state = 'ready'): Promise<void> {
  await go(device, `/${conversationPage}?session_id=${session_id}`);
  await until(async () => ((await device.data()) as { state: string }).state === state);
}

function personOf(world: World, session_id: string): number {
  const sql = 'SELECT user_id FROM chat_sessions WHERE customer_service_session_id = ?';
  return Number(world.backend.db.first(sql, BigInt(session_id))?.['user_id']);
}

/** Waits until a phone of the session's person is connected, so that what happens in it is heard at once. */
export const isHeard = (world: World, session_id: string): Promise<void> =>
  until(() => world.backend.dev.isOnline(personOf(world, session_id)));

/** What the agents' desk does in a session: `send`, `satisfaction`, `close`. */
export async function atDesk(
  world: World,
  session_id: string,
  act: string,
  body: Record<string, unknown> = {},
): Promise<void> {
  // A request for a rating is told once, to who is there; messages are read later too.
  if (act === 'satisfaction') await isHeard(world, session_id);
  const reply = await fetch(`${world.backend.url}/desk/sessions/${session_id}/${act}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${act}: ${reply.status} ${await reply.text()}`);
}

export const say = (world: World, session_id: string, content: string): Promise<void> =>
  atDesk(world, session_id, 'send', { content });

/** How far back the page has read. */
export interface Reach {
  has_older: boolean;
  /** Chunks with rows, or with the height of theirs. */
  chunks: number;
}

/**
 * Waits until no page is on its way and there are more chunks than `than`; counted in the browser, since thousands of rows
 * are slow to carry out of it.
 */
export async function readFurther(device: Device, than: number): Promise<Reach> {
  const read = await device.page.waitForFunction(
    (before) => {
      const data = globalThis.__host?.data() as {
        has_older: boolean;
        older: string;
        chunks: { rows: unknown[]; height?: number }[];
      };
      const chunks = data.chunks.filter(({ rows, height }) => rows.length > 0 || height !== undefined).length;
      return data.older === 'idle' && chunks > before && { has_older: data.has_older, chunks };
    },
    than,
    { timeout: 45_000 },
  );
  const reach = await read.jsonValue();
  if (reach === false) throw new Error('nothing was read');
  return reach;
}

/** The list as it is on the screen; px. */
export interface Sight {
  scrollTop: number;
  /** What is below the end of the screen. */
  rest: number;
  /** The first row wholly in sight: its text, and how far it is from the top of the list. */
  text: string;
  top: number;
}

interface Look {
  /** The row to look at, instead of the first one in sight; its `top` is NaN when it is not there. */
  text?: string;
  /** Where the list is scrolled to first, px. */
  to?: number;
}

/** Moves and looks in one go: rows that come between the two would be taken for those that the move shows. */
async function look(device: Device, how: Look): Promise<Sight> {
  return (await device.frame()).evaluate(async ({ text: wanted = '', to }) => {
    const list = document.querySelector('.scroll');
    if (list === null) throw new Error('no list');
    const before = list.scrollTop;
    // The page learns of it with the next frame. What comes before that would find it still at the end.
    const told = new Promise((resolve) => list.addEventListener('scroll', resolve, { once: true }));
    if (to !== undefined) list.scrollTo({ top: to });
    const isMoved = list.scrollTop !== before;
    const view = list.getBoundingClientRect();
    const { scrollTop, scrollHeight, clientHeight } = list;
    const row = [...list.querySelectorAll<HTMLElement>('.chunk > .row')].find((one) =>
      wanted === '' ? one.getBoundingClientRect().top >= view.top : one.innerText === wanted,
    );
    const top = row === undefined ? NaN : row.getBoundingClientRect().top - view.top;
    const text = row?.innerText ?? '';
    if (isMoved) await told;
    return { scrollTop, rest: scrollHeight - clientHeight - scrollTop, text, top };
  }, how);
}

export const sight = (device: Device, text = ''): Promise<Sight> => look(device, { text });

/** Scrolls there at once; what is seen then. */
export const scrollTo = (device: Device, top: number): Promise<Sight> => look(device, { to: top });

/** Nodes of the templates; what a built-in is made of inside does not count in WeChat. */
export const nodes = async (device: Device): Promise<number> =>
  (await device.frame()).evaluate(
    () =>
      [...document.querySelectorAll('body *')].filter(({ tagName }) => !/^(H-|STYLE|SCRIPT)/.test(tagName))
        .length,
  );
