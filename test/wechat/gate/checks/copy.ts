/** Makes the copy that is uploaded, and reports what the parser refuses. */
import { build } from '../../build/build';
import type { Check } from '../check';

export const copy: Check = {
  title: "the upload's copy is made",
  async run(work) {
    work.built = await build(work.root);
    return work.built.faults;
  },
};
