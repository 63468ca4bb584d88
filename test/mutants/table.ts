// Every row, domain by domain.
import type { Row } from './row';
import { channel } from './table/channel';
import { outbox } from './table/outbox';
import { outcomes } from './table/outcomes';
import { sessions } from './table/sessions';

export const TABLE: readonly Row[] = [...channel, ...sessions, ...outbox, ...outcomes];
