// Every V4 route in the documented profile.
import { DEMO } from '../v4/kit';
import { describeRows } from './run';
import { issues } from './v4-chat-rows';
import { timeline, v4Rows } from './v4-rows';
import { useWorld } from './world';

describeRows('V4 documented', [...v4Rows, timeline, issues], useWorld('v4', DEMO.mobile));
