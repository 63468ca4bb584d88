// Pictures that people send: checked by their first bytes, kept in the store.
import { randomUUID } from 'node:crypto';
import { bytes, text } from '../../db/store';
import { ApiError } from '../errors';
import type { ChatPort } from './port';
import type { Session } from './rows';

export const LARGEST_IMAGE = 5 * 1024 * 1024;

interface Kind {
  mime: string;
  extension: string;
  /** Whether a file begins as this kind does; one byte a character. */
  begins: (start: string) => boolean;
}

const KINDS: readonly Kind[] = [
  { mime: 'image/png', extension: 'png', begins: (start) => start.startsWith('\x89PNG\r\n\x1a\n') },
  { mime: 'image/jpeg', extension: 'jpg', begins: (start) => start.startsWith('\xff\xd8\xff') },
  { mime: 'image/gif', extension: 'gif', begins: (start) => /^GIF8[79]a/.test(start) },
  {
    mime: 'image/webp',
    extension: 'webp',
    begins: (start) => start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP',
  },
];

/** The deployed backend answers a wrong type with 500. */
function wrongType(port: ChatPort, mime: string): ApiError {
  const message = `不支持的文件类型：${mime}，仅支持 jpg/png/gif/webp`;
  return port.profile === 'deployed'
    ? new ApiError(500, 'INTERNAL_ERROR', message)
    : new ApiError(400, 'BAD_REQUEST', message);
}

/**
 * Keeps a picture and says where it is. Throws for what is none of jpeg, png, gif and webp, whatever it calls itself.
 * @param mime as the sender calls it
 */
export function keepImage(port: ChatPort, session: Session, content: Buffer, mime: string): string {
  if (!KINDS.some((kind) => kind.mime === mime)) throw wrongType(port, mime);
  const start = content.subarray(0, 12).toString('latin1');
  const kind = KINDS.find(({ begins }) => begins(start));
  if (kind === undefined) throw wrongType(port, 'application/octet-stream');
  const key = `chat-images/${session.customer_service_session_id}/${randomUUID()}.${kind.extension}`;
  port.store.run(
    'INSERT INTO chat_images (object_key, mime, bytes) VALUES (?, ?, ?)',
    key,
    kind.mime,
    content,
  );
  return key;
}

export function imageByKey(port: ChatPort, key: string): { mime: string; content: Buffer } | undefined {
  const row = port.store.first('SELECT mime, bytes FROM chat_images WHERE object_key = ?', key);
  return row && { mime: text(row, 'mime'), content: Buffer.from(bytes(row, 'bytes')) };
}
