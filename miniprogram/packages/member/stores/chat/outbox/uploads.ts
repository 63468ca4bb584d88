// Pictures on their way to where the store keeps them: how far each is, and calling one back. Observable (MobX).
import { observable, runInAction } from 'mobx-miniprogram';
import type { ChatApi } from '../../../api/chat';
import { createAbort } from '../../../../../platform/abort';
import type { Abort } from '../../../../../platform/abort';
import type { Body, Entry } from './entry';

type Picture = Extract<Body, { message_type: 'image' }>;

export class Uploads {
  /** 0-100 of pictures under way, by `temp_message_id`. */
  readonly progress = observable.map<string, number>();
  private readonly running = new Map<string, Abort>();

  constructor(private readonly api: Pick<ChatApi, 'uploadImage'>) {}

  /** Rejects as `uploadImage` does; with `aborted` where it was called back. */
  async run({ temp_message_id, session_id }: Entry, body: Picture): Promise<Picture> {
    const { abort, signal } = createAbort();
    this.running.set(temp_message_id, { abort, signal });
    const tell = (percent: number) => runInAction(() => this.progress.set(temp_message_id, percent));
    try {
      const { image_url } = await this.api.uploadImage(session_id, body.file_path, tell, { signal });
      return { ...body, image_url };
    } finally {
      this.running.delete(temp_message_id);
      runInAction(() => this.progress.delete(temp_message_id));
    }
  }

  /** Aborts an upload. Nothing shows for it: a picture is no message until it is sent. */
  callBack(temp_message_id: string): void {
    this.running.get(temp_message_id)?.abort();
  }
}
