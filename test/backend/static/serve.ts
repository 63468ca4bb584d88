// The pictures that item replies point to.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { textField } from '../http/input';

const FOLDER = join(__dirname, 'items');

export function servePictures(app: FastifyInstance): void {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.png'));
  const pictures = new Map(names.map((name) => [name, readFileSync(join(FOLDER, name))]));
  app.get('/static/items/:name', (request, reply) => {
    const picture = pictures.get(textField(request.params, 'name') ?? '');
    if (picture === undefined) return reply.code(404).send({ message: 'no such picture' });
    return reply.type('image/png').header('cache-control', 'public, max-age=86400').send(picture);
  });
}
