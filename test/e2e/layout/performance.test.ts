// The layout of a coach's month and of its records, in every state.
import { testLayout } from '../support/layout';
import { performance } from '../support/scenes-performance';

testLayout(performance);
