// Every xcx route as documented.
import { describeRows } from './run';
import { useWorld } from './world';
import { xcxRows } from './xcx-all-rows';

describeRows('xcx documented', xcxRows, useWorld('xcx', 'demo-coach', 'documented'), 'documented');
