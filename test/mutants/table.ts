// Every row, domain by domain.
import type { Row } from './row';
import { channel } from './table/channel';

export const TABLE: readonly Row[] = [...channel];
