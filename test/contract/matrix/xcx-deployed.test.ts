// Every xcx route as the deployed system answers, those that the document does not list included.
import { describeRows } from './run';
import { useWorld } from './world';
import { xcxRows } from './xcx-all-rows';

describeRows('xcx deployed', xcxRows, useWorld('xcx', 'demo-coach', 'deployed'), 'deployed');
