// A page in one of its states, as a person gets there.
import type { Device, OpenOptions } from '../../preview/playwright';
import type { World } from './world';

export type Scene = (world: World, options: OpenOptions) => Promise<Device>;
