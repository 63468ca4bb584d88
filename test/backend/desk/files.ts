// The desk page's own files, and a Chinese font for machines that have none.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { textField } from '../http/input';
import { notFound } from '../v4/errors';

const PAGE = join(__dirname, 'page');
const FONT = join(__dirname, '../../../node_modules/@fontsource-variable/noto-sans-sc');
const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  woff2: 'font/woff2',
};

const PAGE_FILES = new Set(readdirSync(PAGE));
const FONT_FILES = new Set(['index.css', ...readdirSync(join(FONT, 'files')).map((name) => `files/${name}`)]);

/** Throws 404 for what is not among the known files. */
function sendFile(
  reply: FastifyReply,
  folder: string,
  known: ReadonlySet<string>,
  name: string,
): FastifyReply {
  const type = TYPES[name.split('.').at(-1) ?? ''];
  if (!known.has(name) || type === undefined) throw notFound('no such file');
  return reply.type(type).send(readFileSync(join(folder, name)));
}

export function deskFiles(app: FastifyInstance): void {
  app.get('/', (_request, reply) => sendFile(reply, PAGE, PAGE_FILES, 'index.html'));
  app.get('/page/:name', (request, reply) =>
    sendFile(reply, PAGE, PAGE_FILES, textField(request.params, 'name') ?? ''),
  );
  app.get('/font/*', (request, reply) =>
    sendFile(reply, FONT, FONT_FILES, textField(request.params, '*') ?? ''),
  );
}
