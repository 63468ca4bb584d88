// The layout of the 客服 tab and of the tickets, in every state.
import { testLayout } from '../support/layout';
import { atTheDesk } from '../support/scenes-chat';

testLayout(atTheDesk);
