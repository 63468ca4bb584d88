/** Set in each frame: in a trace it bears the processor time of the thread. */
export const FRAME_MARK = 'bench: frame';
