// The layout of the boards and of a coach's page.
import { testLayout } from '../support/layout';
import { boardScenes } from '../support/scenes-boards';

/** What is as the others in its measures is drawn, and not measured. */
const DRAWN_ONLY = ['boards sort', 'boards ring', 'boards scrolled', 'coach failed', 'coach head'];

testLayout(Object.fromEntries(Object.entries(boardScenes).filter(([name]) => !DRAWN_ONLY.includes(name))));
