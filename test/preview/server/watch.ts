// Tells when files of the mini program or of the host change, once per burst.
import path from 'node:path';

/** Editors write in several steps; one rebuild for all of them. */
const BURST_MS = 50;

export interface Watching {
  close: () => Promise<void>;
}

/**
 * @param folders absolute paths
 * @param changed is called with the absolute paths of a burst, never while an earlier call is still running
 */
export async function watchFolders(
  folders: string[],
  changed: (files: string[]) => Promise<void>,
): Promise<Watching> {
  // An ES module only; loaded here so that jest, which cannot load it, can start a preview that does not watch.
  const { watch } = await import('chokidar');
  const pending = new Set<string>();
  let timer: NodeJS.Timeout | null = null;
  let running = false;
  const flush = async (): Promise<void> => {
    if (running || pending.size === 0) return;
    running = true;
    const files = [...pending];
    pending.clear();
    await changed(files);
    running = false;
    await flush();
  };
  const watcher = watch(folders, { ignoreInitial: true }).on('all', (_event, file) => {
    pending.add(path.resolve(file));
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(() => void flush(), BURST_MS);
  });
  await new Promise<void>((resolve) => watcher.once('ready', () => resolve()));
  return {
    close: async () => {
      if (timer !== null) clearTimeout(timer);
      await watcher.close();
    },
  };
}
