/** What the gate looks at in a project. */
import { join } from 'node:path';
import { readProject } from '../pack/project';
import type { Work } from './check';

export function workOn(root: string): Work {
  return { root, layout: { root: join(root, 'miniprogram'), subpackages: readProject(root).subpackages } };
}
