// The layout of the backpack, the sign-in page and 我的, in every state.
import { testLayout } from '../support/layout';
import { beforeTheCounter } from '../support/scenes';

testLayout(beforeTheCounter);
