// wx.chooseMedia, chooseImage, chooseMessageFile.
import { optional, required } from '../check';
import type { ApiState } from '../state';
import type { ApiTable } from '../table';
import type { Chosen } from './chooser';
import { loadPicture } from './pictures';

const fileTypeOf = ({ type }: Chosen): 'image' | 'video' => (type.startsWith('video') ? 'video' : 'image');

async function sizeOf(url: string): Promise<{ width: number; height: number }> {
  const { naturalWidth, naturalHeight } = await loadPicture(url);
  return { width: naturalWidth, height: naturalHeight };
}

export function addChoosers(table: ApiTable, { chooser, privacy, sources }: ApiState): void {
  table.async('chooseMedia', async (options) => {
    const { count = 9, mediaType = ['image', 'video'] } = optional(options, {
      count: 'Number',
      mediaType: 'Array',
    });
    await privacy.need('chooseMedia');
    const wanted = mediaType.filter((type) => type !== 'mix').map((type) => `${String(type)}/*`);
    const files = await chooser.pick({ accept: wanted.join(',') || 'image/*,video/*', count });
    const tempFiles = await Promise.all(
      files.map(async (file) => ({
        tempFilePath: file.path,
        size: file.size,
        fileType: fileTypeOf(file),
        ...(fileTypeOf(file) === 'image'
          ? await sizeOf(sources.url(file.path))
          : { duration: 0, thumbTempFilePath: '' }),
      })),
    );
    const kinds = new Set(tempFiles.map(({ fileType }) => fileType));
    return { tempFiles, type: kinds.size > 1 ? 'mix' : (tempFiles[0]?.fileType ?? 'image') };
  });

  table.async('chooseImage', async (options) => {
    const { count = 9 } = optional(options, { count: 'Number' });
    await privacy.need('chooseImage');
    const files = await chooser.pick({ accept: 'image/*', count });
    return {
      tempFilePaths: files.map(({ path }) => path),
      tempFiles: files.map(({ path, size }) => ({ path, size })),
    };
  });

  table.async('chooseMessageFile', async (options) => {
    const { count } = required(options, { count: 'Number' });
    const { type = 'all' } = optional(options, { type: 'String' });
    await privacy.need('chooseMessageFile');
    const files = await chooser.pick({
      accept: type === 'image' || type === 'video' ? `${type}/*` : '*/*',
      count,
    });
    return {
      tempFiles: files.map((file) => ({
        path: file.path,
        name: file.name,
        size: file.size,
        time: Math.floor(file.modified / 1000),
        type: /^(image|video)\//.test(file.type) ? fileTypeOf(file) : 'file',
      })),
    };
  });
}
