// Pictures waiting to be sent, in the app's own folder: WeChat's temporary files may vanish before their turn.
import { PlatformError } from '../../../../../platform/failure';
import type { FilesPort } from '../../../../../platform/ports';
import type { Entry } from './entry';

const fileOf = ({ body }: Entry): string | undefined =>
  body.message_type === 'image' ? body.file_path : undefined;

export class KeptPictures {
  private keeping = 0;

  constructor(
    private readonly files: FilesPort,
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

  async drop(entry: Entry): Promise<void> {
    const file_path = fileOf(entry);
    if (file_path !== undefined && !this.isUsed(file_path)) await this.files.remove(file_path);
  }

  /** Removes all at the same time, not one after the other: nothing is done for a person after this. */
  async dropAll(): Promise<void> {
    const paths = this.entries()
      .map(fileOf)
      .filter((file_path) => file_path !== undefined);
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
