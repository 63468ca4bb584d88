// Pictures waiting to be sent, in the app's own folder: WeChat's temporary files may vanish before their turn.
import { PlatformError } from '../../../../../platform/failure';
import type { FilesPort, Timers } from '../../../../../platform/ports';
import type { Entry } from './entry';

/** Longer than a page takes to draw a sent picture from the server's address, ms. */
const DRAWN_MS = 1_000;

const fileOf = ({ body }: Entry): string | undefined =>
  body.message_type === 'image' ? body.file_path : undefined;

export class KeptPictures {
  private keeping = 0;
  /** Of messages that were sent a moment ago. */
  private readonly leaving = new Set<string>();

  constructor(
    private readonly files: FilesPort,
    private readonly timers: Timers,
    private readonly entries: () => readonly Entry[],
  ) {}

  /** `undefined` when the picture is gone or there is no room. Call `kept` when its entry is written. */
  async keep(temporary_path: string): Promise<string | undefined> {
    this.keeping += 1;
    try {
      return await this.files.keep(temporary_path);
    } catch (error) {
      this.keeping -= 1;
      if (error instanceof PlatformError) return undefined;
      throw error;
    }
  }

  /** Removes it again where no entry has it. */
  async kept(file_path: string): Promise<void> {
    this.keeping -= 1;
    if (!this.isUsed(file_path)) await this.files.remove(file_path);
  }

  /** Of a message that was sent: its bubble shows the file until the page is drawn anew. */
  dropOnceDrawn(entry: Entry): void {
    const file_path = fileOf(entry);
    if (file_path === undefined) return;
    this.leaving.add(file_path);
    this.timers.after(DRAWN_MS, () => {
      this.leaving.delete(file_path);
      void this.drop(entry);
    });
  }

  async drop(entry: Entry): Promise<void> {
    const file_path = fileOf(entry);
    if (file_path !== undefined && !this.isUsed(file_path)) await this.files.remove(file_path);
  }

  /** Removes all at the same time, not one after the other: nothing is done for a person after this. */
  async dropAll(): Promise<void> {
    const waiting = this.entries()
      .map(fileOf)
      .filter((file_path) => file_path !== undefined);
    const paths = [...waiting, ...this.leaving];
    await Promise.all(paths.map((file_path) => this.files.remove(file_path)));
  }

  /** Removes what no entry has: the app was killed between two steps, or the person before has left. */
  async sweep(): Promise<void> {
    for (const file_path of await this.files.list()) {
      if (this.keeping === 0 && !this.isUsed(file_path)) await this.files.remove(file_path);
    }
  }

  private isUsed(file_path: string): boolean {
    return this.entries().some((entry) => fileOf(entry) === file_path);
  }
}
