// The layout of the staff's way in, and of 我的 for staff, in every state.
import { testLayout } from '../support/layout';
import { atTheGate } from '../support/scenes-gate';

testLayout(atTheGate);
