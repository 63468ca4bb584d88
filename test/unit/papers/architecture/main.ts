// `npx tsx test/unit/papers/architecture/main.ts`: draws docs/architecture.svg anew.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { drawing, DRAWING } from './drawing';

const root = path.resolve(__dirname, '../../../..');
writeFileSync(path.join(root, DRAWING), drawing(root));
