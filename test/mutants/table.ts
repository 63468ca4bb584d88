// Every row, domain by domain.
import type { Row } from './row';
import { assistant } from './table/assistant';
import { channel } from './table/channel';
import { conversation } from './table/conversation';
import { decoders } from './table/decoders';
import { lists } from './table/lists';
import { outbox } from './table/outbox';
import { outcomes } from './table/outcomes';
import { person } from './table/person';
import { redeem } from './table/redeem';
import { sessions } from './table/sessions';
import { staff } from './table/staff';

export const TABLE: readonly Row[] = [
  ...channel,
  ...sessions,
  ...outbox,
  ...outcomes,
  ...conversation,
  ...person,
  ...redeem,
  ...lists,
  ...decoders,
  ...staff,
  ...assistant,
];
