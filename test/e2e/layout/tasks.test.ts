// The layout of the task list, in every state.
import { testLayout } from '../support/layout';
import { taskScenes } from '../support/scenes-tasks';

testLayout(taskScenes);
