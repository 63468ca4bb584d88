/** `miniprogram_npm` is what our packing step would write now, and no other packer has touched it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PackError } from '../../pack/error';
import { MARKER } from '../../pack/marker';
import { differences } from '../../pack/output';
import { computePack } from '../../pack/pack';
import type { Check } from '../check';

export const packed: Check = {
  title: 'miniprogram_npm is packed by this project and up to date',
  async run({ root }) {
    const source = join(root, 'miniprogram');
    if (!existsSync(join(source, MARKER))) {
      return [
        {
          at: `miniprogram/${MARKER}`,
          message: 'missing: another packer wrote miniprogram_npm; run npm install',
        },
      ];
    }
    try {
      const { files, project } = await computePack(root);
      const changed = differences(source, project.subpackages, files);
      return changed.map((path) => ({
        at: `miniprogram/${path}`,
        message: 'differs from what is packed now; run npm install',
      }));
    } catch (error) {
      if (error instanceof PackError) return [{ at: 'package.json', message: error.message }];
      throw error;
    }
  },
};
