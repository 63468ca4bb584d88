// The layout of the conversation, in every state.
import { testLayout } from '../support/layout';
import { conversation } from '../support/scenes-conversation';

testLayout(conversation);
