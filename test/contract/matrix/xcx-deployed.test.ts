// Every xcx route as the deployed system answers, those that the document does not list included.
import { describeRows } from './run';
import { useWorld } from './world';
import { deployedStaffRows } from './xcx-deployed-rows';
import { moreStaffRows } from './xcx-more-rows';
import { staffRows } from './xcx-rows';

const rows = [...staffRows, ...moreStaffRows, ...deployedStaffRows];

describeRows('xcx deployed', rows, useWorld('xcx', 'demo-coach', 'deployed'), 'deployed');
