// Choosing files: by the browser's file picker, or the files that a test has provided.
import { element } from '../../shell/dom';
import { chooseAction } from '../../shell/overlay/action-sheet';
import { ApiFailure } from '../failure';
import type { Disk } from '../files/disk';

export interface Chosen {
  path: string;
  name: string;
  size: number;
  type: string;
  /** ms since the epoch */
  modified: number;
}

export interface Wish {
  /** As in `<input accept>`. */
  accept: string;
  count: number;
}

export class Chooser {
  private readonly laidReady: File[][] = [];

  constructor(
    private readonly disk: Disk,
    private readonly overlay: HTMLElement,
  ) {}

  /** The next choosing takes these files without asking. */
  feed(files: File[]): void {
    this.laidReady.push(files);
  }

  /** @throws ApiFailure "cancel" when nothing was chosen */
  async pick(wish: Wish): Promise<Chosen[]> {
    const files = this.laidReady.shift() ?? (await this.ask(wish));
    if (files.length === 0) throw new ApiFailure('cancel');
    return Promise.all(files.slice(0, wish.count).map((file) => this.keep(file)));
  }

  private async ask({ accept, count }: Wish): Promise<File[]> {
    // The browser opens its picker only from a tap, and a promise may lie between the program's tap and here.
    const chosen = await chooseAction(this.overlay, ['从电脑选择文件'], { title: '选择文件（预览）' });
    if (chosen === null) return [];
    const input = element('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = count > 1;
    return new Promise((resolve) => {
      input.addEventListener('change', () => resolve([...(input.files ?? [])]));
      input.addEventListener('cancel', () => resolve([]));
      input.click();
    });
  }

  private async keep(file: File): Promise<Chosen> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const extension = file.name.includes('.')
      ? file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase()
      : '';
    const path = this.disk.addTemporary(bytes, file.type, extension);
    return { path, name: file.name, size: file.size, type: file.type, modified: file.lastModified };
  }
}
