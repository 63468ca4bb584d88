// Every xcx route as documented.
import { describeRows } from './run';
import { useWorld } from './world';
import { moreStaffRows } from './xcx-more-rows';
import { staffRows } from './xcx-rows';

describeRows('xcx documented', [...staffRows, ...moreStaffRows], useWorld('xcx', 'demo-coach'));
