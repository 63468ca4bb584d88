// Which boards the server refused to this person: remembered on their shelf, so that at the next start they are not offered. It
// is the server that decides: after some days, in another role, or by a link, the board is tried again.
import * as v from 'valibot';
import { keyFor } from '../../../../platform/storage-key';
import type { StorageArea } from '../../../../platform/storage-types';
import { BOARDS } from './filters';
import type { BoardName } from './filters';

const HIDDEN_MS = 7 * 86_400_000;

const refusal = v.object({ role: v.string(), at: v.number() });
const refusedKey = keyFor('boards.refused', 'kept', v.record(v.string(), refusal));

export class BoardRights {
  private readonly hidden: ReadonlySet<string>;

  /** @param role of the person, as the server names it @param clock the server's */
  constructor(
    private readonly area: Pick<StorageArea, 'read' | 'write'>,
    private readonly clock: { now(): number },
    private readonly role: () => string,
  ) {
    const now = clock.now();
    const standing = Object.entries(this.refused).filter(
      ([, { role: then, at }]) => then === role() && now - at < HIDDEN_MS,
    );
    this.hidden = new Set(standing.map(([name]) => name));
  }

  /** Those that this run of the app offers. @param asked is offered in any case */
  offered(asked: BoardName): typeof BOARDS {
    return BOARDS.filter(({ name }) => name === asked || !this.hidden.has(name));
  }

  /** What the server said of a board: allowed, or 403. */
  learn(board: BoardName, is_allowed: boolean): void {
    const { [board]: before, ...others } = this.refused;
    if (is_allowed && before === undefined) return;
    const now = { role: this.role(), at: this.clock.now() };
    this.area.write(refusedKey, is_allowed ? others : { ...others, [board]: now });
  }

  private get refused(): Record<string, v.InferOutput<typeof refusal>> {
    return this.area.read(refusedKey) ?? {};
  }
}
