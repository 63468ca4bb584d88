// The layout of the boards and of a coach's page.
import { testLayout } from '../support/layout';
import { boardScenes } from '../support/scenes-boards';

/** As the others in their measures. */
const HEARD_ONLY = ['boards sort', 'boards ring', 'boards scrolled', 'coach failed', 'coach head'];

testLayout(boardScenes, (name) => !HEARD_ONLY.includes(name));
