// Every row of the staff's backend; those that one profile alone offers say so.
import type { Row } from './row';
import { assistantRows } from './xcx-assistant-rows';
import { deployedStaffRows } from './xcx-deployed-rows';
import { moreStaffRows } from './xcx-more-rows';
import { staffRows } from './xcx-rows';

export const xcxRows: readonly Row[] = [
  ...staffRows,
  ...moreStaffRows,
  ...assistantRows,
  ...deployedStaffRows,
];
