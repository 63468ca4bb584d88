// The layout of the task list, in every state.
import { testLayout } from '../support/layout';
import { taskScenes } from '../support/scenes-tasks';

// A card that is open lies beyond the edge of the screen, as it is meant to.
testLayout(taskScenes, (name) => name !== 'tasks swiped');
