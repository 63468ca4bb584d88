/** Everything that the declared base library lacks is checked for before it is used. */
import { LIMITS } from '../../limits';
import { compareVersions } from '../../publish/library';
import { demanding, usesOf } from '../../publish/uses';
import { programFor, type Check } from '../check';

export const library: Check = {
  title: `nothing needs a newer base library than ${LIMITS.minimum_base_library}`,
  run: (work) =>
    demanding(usesOf(work.root, programFor(work)))
      .filter(({ since }) => compareVersions(since, LIMITS.minimum_base_library) > 0)
      .map(({ name, since, at }) => ({
        at,
        message: `${name} needs base library ${since}: ask whether it is there, or raise the limit`,
      })),
};
