// A picture as it lies in a person's album.
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** For choosers of the desk, which take a path. */
export const teaFile = path.resolve(__dirname, '../../backend/static/items/tea.png');

/** For choosers of the phone. */
export const tea = { name: 'tea.png', type: 'image/png', base64: readFileSync(teaFile).toString('base64') };
