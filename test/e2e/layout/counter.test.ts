// The layout of an item's page and of the code card, in every state.
import { testLayout } from '../support/layout';
import { atTheCounter } from '../support/scenes';

testLayout(atTheCounter);
