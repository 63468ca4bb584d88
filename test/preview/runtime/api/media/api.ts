// Pictures: information, compression, preview, album.
import type { HostPorts } from '../../ports/host';
import { showPictures, type Shown } from '../../shell/overlay/pictures';
import { showToast } from '../../shell/overlay/toast';
import { isRecord, optional, required, stringList, type Options } from '../check';
import type { ApiState } from '../state';
import type { ApiTable, Result } from '../table';
import { addChoosers } from './choose-api';
import { addContexts } from './contexts';
import { addFilms } from './video';
import { drawScaled, encodeCanvas, loadPicture } from './pictures';

/** WeChat's default for compressImage and jpg canvases. */
const QUALITY = 80;

async function imageInfo({ disk, sources }: ApiState, options: Options): Promise<Result> {
  const { src } = required(options, { src: 'String' });
  const picture = await loadPicture(sources.url(src));
  const type = disk.read(src)?.type.replace('image/', '') ?? /\.(\w+)(?:\?.*)?$/.exec(src)?.[1] ?? 'unknown';
  return {
    width: picture.naturalWidth,
    height: picture.naturalHeight,
    path: src,
    orientation: 'up',
    type: type === 'jpg' ? 'jpeg' : type,
  };
}

async function compress({ disk, sources }: ApiState, options: Options): Promise<Result> {
  const { src } = required(options, { src: 'String' });
  const wish = optional(options, {
    quality: 'Number',
    compressedWidth: 'Number',
    compressedHeight: 'Number',
  });
  const picture = await loadPicture(sources.url(src));
  const { naturalWidth: width, naturalHeight: height } = picture;
  const scale = wish.compressedWidth
    ? wish.compressedWidth / width
    : wish.compressedHeight
      ? wish.compressedHeight / height
      : 1;
  const canvas = drawScaled(
    picture,
    { x: 0, y: 0, width, height },
    { width: width * scale, height: height * scale },
  );
  return { tempFilePath: await encodeCanvas(disk, canvas, 'jpg', (wish.quality ?? QUALITY) / 100) };
}

function addPreview(table: ApiTable, ports: HostPorts, { sources }: ApiState): void {
  table.async('previewImage', (options) => {
    const { urls } = required(options, { urls: 'Array' });
    const list = stringList('urls', urls);
    const current = options['current'];
    const at =
      typeof current === 'number'
        ? current
        : list.indexOf(typeof current === 'string' ? current : (list[0] ?? ''));
    const shown = list.map((url): Shown => ({ url: sources.url(url), type: 'image' }));
    showPictures(ports.shell.overlay, shown, Math.max(0, at));
  });
  table.async('previewMedia', (options) => {
    const list = required(options, { sources: 'Array' }).sources.filter(isRecord);
    const { current = 0 } = optional(options, { current: 'Number' });
    const shown = list.map((entry): Shown => ({
      url: sources.url(String(entry['url'])),
      type: entry['type'] === 'video' ? 'video' : 'image',
    }));
    showPictures(ports.shell.overlay, shown, current);
  });
}

function addAlbum(table: ApiTable, ports: HostPorts, { sources, account }: ApiState): void {
  table.async('saveImageToPhotosAlbum', (options) => {
    const { filePath } = required(options, { filePath: 'String' });
    account.grant('scope.writePhotosAlbum');
    const link = document.createElement('a');
    link.href = sources.url(filePath);
    link.download = filePath.slice(filePath.lastIndexOf('/') + 1);
    link.click();
    showToast(
      ports.shell.overlay,
      { title: '已下载到电脑（预览没有相册）', icon: 'none', image: '', mask: false },
      2000,
    );
  });
}

export function addMedia(table: ApiTable, ports: HostPorts, state: ApiState): void {
  table.async('getImageInfo', (options) => imageInfo(state, options));
  table.async('compressImage', (options) => compress(state, options));
  addChoosers(table, state);
  addFilms(table, state);
  addContexts(table, ports, state);
  addPreview(table, ports, state);
  addAlbum(table, ports, state);
  table.standIn('it is downloaded', ['saveImageToPhotosAlbum']);
}
