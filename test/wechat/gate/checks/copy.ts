/** The copy that is uploaded is made: whatever the parser refuses ends here. */
import { build } from '../../build/build';
import type { Check } from '../check';

export const copy: Check = {
  title: "the upload's copy is made",
  async run(work) {
    work.built = await build(work.root);
    return work.built.faults;
  },
};
