// Uploading a picture to a session (multipart field `image`), and serving it.
import multipart from '@fastify/multipart';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Context } from '../../context';
import { parseId, textField } from '../../http/input';
import { requireCaller } from '../auth/gate';
import { ok, serve } from '../envelope';
import { ApiError } from '../errors';
import { imageByKey, keepImage, LARGEST_IMAGE } from './images';
import { requireSession } from './sessions';

const FIELD = 'image';

async function readFile(request: FastifyRequest): Promise<{ file: MultipartFile; content: Buffer }> {
  const limits = { fileSize: LARGEST_IMAGE, files: 1 };
  const file = request.isMultipart() ? await request.file({ limits, throwFileSizeLimit: false }) : undefined;
  if (file === undefined || file.fieldname !== FIELD) {
    throw new ApiError(400, 'FILE_REQUIRED', '请选择要上传的图片');
  }
  const content = await file.toBuffer();
  if (file.file.truncated) throw new ApiError(400, 'FILE_TOO_LARGE', '图片大小不能超过5MB');
  return { file, content };
}

/** `POST …/sessions/:id/upload` → `{image_url, object_key}`. */
export function uploadRoute(app: FastifyInstance, ctx: Context): void {
  app.register(async (scope) => {
    await scope.register(multipart);
    scope.post(
      '/system/chat/sessions/:id/upload',
      serve(ctx, async (request) => {
        const { user } = await requireCaller(ctx, request);
        const session = requireSession(ctx, parseId(textField(request.params, 'id')), user.user_id);
        const { file, content } = await readFile(request);
        const object_key = keepImage(ctx, session, content, file.mimetype);
        const image_url = `${request.protocol}://${request.host}/uploads/${object_key}`;
        return ok({ image_url, object_key }, '图片上传成功');
      }),
    );
  });
}

/** The pictures themselves: addresses nobody can guess, open to who knows them. */
export function serveUploads(app: FastifyInstance, ctx: Context): void {
  app.get('/uploads/*', (request, reply) => {
    const image = imageByKey(ctx, textField(request.params, '*') ?? '');
    if (image === undefined) return reply.code(404).send({ message: 'no such picture' });
    return reply.type(image.mime).header('cache-control', 'private, max-age=86400').send(image.content);
  });
}
