// wx.createCanvasContext, createOffscreenCanvas, and what is read from or written to a canvas as a whole.
import { extendCanvas, oldCanvasIn, type OldCanvas } from '../../builtins/canvas';
import { componentOf } from '../../engine/engine';
import type { HostPorts } from '../../ports/host';
import { isRecord, optional, required, type Options } from '../check';
import { ApiFailure } from '../failure';
import { drawScaled, encodeCanvas, loadPicture } from '../media/pictures';
import type { ApiState } from '../state';
import type { ApiTable, Result } from '../table';
import { createContext } from './context';

const AREA = { x: 'Number', y: 'Number', width: 'Number', height: 'Number' } as const;

/** @param component whose template holds it; the page's own when there is none */
function findOld({ pages }: HostPorts, canvasId: string, component: unknown): OldCanvas | null {
  const given = componentOf(component);
  const page = (given && pages.of(given)) ?? pages.top();
  return page && oldCanvasIn(page.window, given ?? page.component, canvasId);
}

function needOld(ports: HostPorts, options: Options, component: unknown): OldCanvas {
  const { canvasId } = required(options, { canvasId: 'String' });
  const found = findOld(ports, canvasId, component);
  if (!found) throw new ApiFailure('canvas is empty');
  return found;
}

/**
 * The canvas that was passed, or the one that is named. A page's canvas comes from the page's own window, so
 * `instanceof` does not recognise it.
 */
function sourceOf(ports: HostPorts, options: Options, component: unknown): OldCanvas {
  const { canvas } = options;
  if (isRecord(canvas) && typeof canvas['toBlob'] === 'function')
    return { canvas: canvas as unknown as HTMLCanvasElement, scale: 1 };
  return needOld(ports, options, component);
}

async function toFile(
  ports: HostPorts,
  { disk }: ApiState,
  options: Options,
  component: unknown,
): Promise<Result> {
  const { canvas, scale } = sourceOf(ports, options, component);
  const wish = optional(options, {
    ...AREA,
    destWidth: 'Number',
    destHeight: 'Number',
    fileType: 'String',
    quality: 'Number',
  });
  const x = (wish.x ?? 0) * scale;
  const y = (wish.y ?? 0) * scale;
  const width = wish.width === undefined ? canvas.width - x : wish.width * scale;
  const height = wish.height === undefined ? canvas.height - y : wish.height * scale;
  const drawn = drawScaled(
    canvas,
    { x, y, width, height },
    { width: wish.destWidth ?? width, height: wish.destHeight ?? height },
  );
  const type = wish.fileType === 'jpg' ? 'jpg' : 'png';
  return { tempFilePath: await encodeCanvas(disk, drawn, type, wish.quality ?? 1) };
}

/** Reads pixels; lengths are CSS px, whatever the screen's pixel ratio is. */
function readPixels({ canvas, scale }: OldCanvas, options: Options): Result {
  const { x, y, width, height } = required(options, AREA);
  const from = { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
  const data = drawScaled(canvas, from, { width, height })
    .getContext('2d')
    ?.getImageData(0, 0, width, height).data;
  return { width, height, data };
}

function writePixels({ canvas, scale }: OldCanvas, options: Options): void {
  const { x, y, width } = required(options, { x: 'Number', y: 'Number', width: 'Number' });
  const { data } = options;
  if (!ArrayBuffer.isView(data)) throw new ApiFailure('data should be Uint8ClampedArray');
  const pixels = new Uint8ClampedArray(
    data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) as ArrayBuffer,
  );
  const image = new ImageData(pixels, width);
  const aside = document.createElement('canvas');
  Object.assign(aside, { width, height: image.height });
  aside.getContext('2d')?.putImageData(image, 0, 0);
  const on = canvas.getContext('2d');
  on?.clearRect(x * scale, y * scale, width * scale, image.height * scale);
  on?.drawImage(aside, x * scale, y * scale, width * scale, image.height * scale);
}

/** `{type, width, height}`, or the width and height alone as it used to be. */
function offscreen({ sources }: ApiState, given: unknown, height: unknown): HTMLCanvasElement {
  const canvas = extendCanvas(document.createElement('canvas'), window, (source) => sources.url(source, ''));
  const options = isRecord(given) ? given : { width: given, height };
  const size = optional(options, { width: 'Number', height: 'Number' });
  return Object.assign(canvas, { width: size.width ?? 0, height: size.height ?? 0 });
}

export function addCanvas(table: ApiTable, ports: HostPorts, state: ApiState): void {
  table.sync('createCanvasContext', (canvasId: unknown, component?: unknown) =>
    createContext({
      find: () => findOld(ports, String(canvasId), component),
      load: (source) => loadPicture(state.sources.url(source, '')),
      warn: (message) => ports.report.warn(message),
    }),
  );
  table.sync('createOffscreenCanvas', (given?: unknown, height?: unknown) => offscreen(state, given, height));
  table.async('canvasToTempFilePath', (options, component) => toFile(ports, state, options, component));
  table.async('canvasGetImageData', (options, component) =>
    readPixels(needOld(ports, options, component), options),
  );
  table.async('canvasPutImageData', (options, component) =>
    writePixels(needOld(ports, options, component), options),
  );
}
