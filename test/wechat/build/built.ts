/** The upload's copy, once it is made. */
import type { Finding } from '../gate/finding';
import type { Places } from './places';

export interface Built {
  /** Absolute path of a project that WeChat's tools can open: `miniprogram/` and `project.config.json`. */
  folder: string;
  /** Where the modules lie in it. */
  places: Places;
  /** What could not be lowered. */
  faults: Finding[];
}
