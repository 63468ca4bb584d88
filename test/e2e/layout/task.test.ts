// The layout of a task's page and of the own notes, in every state.
import { testLayout } from '../support/layout';
import { aTask } from '../support/scenes-task';

testLayout(aTask);
