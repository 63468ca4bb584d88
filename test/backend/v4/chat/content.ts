// What may be said: lengths, types, images. Both sides are held to it.
import { field, textField } from '../../http/input';
import { ApiError, badRequest } from '../errors';
import type { ChatPort } from './port';
import type { Metadata } from './rows';

const LONGEST = 5000;
const LONGEST_TEMP_ID = 64;
/** Our stand-in for a content filter. */
const UNWELCOME = ['违禁词', '赌博', '代开发票'];

export interface Content {
  message_type: string;
  content: string;
  metadata: Metadata | null;
}

const refused = (message: string) => new ApiError(400, 'CUSTOMER_SERVICE_ERROR', message);

function isWebAddress(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 2000 && /^https?:\/\/\S+$/.test(value);
}

function metadataOf(body: unknown): Metadata | null {
  const value = field(body, 'metadata');
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

/** As documented the address may stand in `content` alone; the deployed backend insists on `metadata`. */
function image(port: ChatPort, content: string, metadata: Metadata | null): Content {
  const inMetadata = metadata?.['image_url'];
  const url = inMetadata ?? (port.profile === 'documented' ? content : undefined);
  if (!isWebAddress(url)) throw refused('图片消息缺少有效的 metadata.image_url');
  return {
    message_type: 'image',
    content: port.profile === 'documented' && content === url ? url : '[图片]',
    metadata: { ...metadata, image_url: url },
  };
}

function location(metadata: Metadata | null): Content {
  const name = metadata?.['name'] ?? metadata?.['address'];
  const [latitude, longitude] = [metadata?.['latitude'], metadata?.['longitude']];
  if (typeof name !== 'string' || typeof latitude !== 'number' || typeof longitude !== 'number') {
    throw refused('位置消息缺少有效的 metadata');
  }
  const address = metadata?.['address'];
  return { message_type: 'location', content: name, metadata: { latitude, longitude, name, address } };
}

/**
 * Reads a message that a person or an agent wants to send.
 * Throws 400 `BAD_REQUEST` (empty, too long), `CUSTOMER_SERVICE_ERROR` (type, image) or `CONTENT_VIOLATION`.
 */
export function readContent(port: ChatPort, body: unknown): Content {
  const given = field(body, 'content');
  if (typeof given !== 'string' || given === '') throw badRequest('消息内容不能为空');
  if (given.length > LONGEST) throw badRequest(`消息内容不能超过${LONGEST}字符`);
  const content = given.trim();
  const message_type = textField(body, 'message_type') ?? 'text';
  const metadata = metadataOf(body);
  if (message_type === 'image') return image(port, content, metadata);
  if (message_type === 'location') return location(metadata);
  if (message_type !== 'text') {
    throw refused(`不支持的消息类型：${message_type}（须为 system_dictionaries 中启用的 message_type）`);
  }
  if (content === '' && port.profile === 'documented') throw badRequest('消息内容不能为空');
  if (UNWELCOME.some((word) => content.includes(word))) {
    throw new ApiError(400, 'CONTENT_VIOLATION', '消息包含违规内容，请修改后重试');
  }
  return { message_type: 'text', content, metadata: null };
}

/** The client's own id of a message, which only the documented backend keeps. Throws 400. */
export function readTempId(port: ChatPort, body: unknown): string | null {
  const tempId = field(body, 'temp_message_id');
  if (port.profile === 'deployed' || tempId === undefined || tempId === null || tempId === '') return null;
  if (typeof tempId !== 'string' || tempId.length > LONGEST_TEMP_ID) {
    throw badRequest(`temp_message_id 须为不超过${LONGEST_TEMP_ID}字符的文本`);
  }
  return tempId;
}
