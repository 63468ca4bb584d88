// Videos: choosing one, and its facts.
import { required } from '../check';
import { ApiFailure } from '../failure';
import type { ApiState } from '../state';
import type { ApiTable } from '../table';

interface Film {
  width: number;
  height: number;
  /** s */
  duration: number;
}

/** @throws ApiFailure when the browser cannot read it */
function look(url: string): Promise<Film> {
  return new Promise((resolve, reject) => {
    const film = document.createElement('video');
    film.preload = 'metadata';
    film.onloadedmetadata = () =>
      resolve({ width: film.videoWidth, height: film.videoHeight, duration: film.duration });
    film.onerror = () => reject(new ApiFailure('file not found'));
    film.src = url;
  });
}

const UNKNOWN: Film = { width: 0, height: 0, duration: 0 };

export function addFilms(table: ApiTable, { chooser, privacy, sources, disk }: ApiState): void {
  table.async('chooseVideo', async () => {
    await privacy.need('chooseVideo');
    const [file] = await chooser.pick({ accept: 'video/*', count: 1 });
    if (!file) throw new ApiFailure('cancel');
    // A video that this browser cannot play was chosen all the same.
    const film = await look(sources.url(file.path)).catch(() => UNKNOWN);
    return { tempFilePath: file.path, size: file.size, ...film };
  });
  table.async('getVideoInfo', async (options) => {
    const { src } = required(options, { src: 'String' });
    const film = await look(sources.url(src));
    const file = disk.read(src);
    return {
      ...film,
      orientation: 'up',
      type: file?.type.replace('video/', '') ?? 'mp4',
      size: Math.round((file?.bytes.byteLength ?? 0) / 1024),
      fps: 30,
      bitrate: 0,
    };
  });
}
