// Reading, scaling and encoding pictures with the browser's canvas.
import { ApiFailure } from '../failure';
import type { Disk } from '../files/disk';

/** @throws ApiFailure when the browser cannot read it */
export function loadPicture(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const picture = new Image();
    picture.onload = () => resolve(picture);
    picture.onerror = () => reject(new ApiFailure('file not found'));
    picture.src = url;
  });
}

/** `quality` 0 … 1, for jpg only. */
export async function encodeCanvas(
  disk: Disk,
  canvas: HTMLCanvasElement,
  fileType: 'png' | 'jpg',
  quality: number,
): Promise<string> {
  const type = fileType === 'jpg' ? 'image/jpeg' : 'image/png';
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  if (!blob) throw new ApiFailure('write file failed');
  return disk.addTemporary(new Uint8Array(await blob.arrayBuffer()), type, fileType);
}

/** The part of a source drawn to a canvas of the wanted size, in pixels. */
export function drawScaled(
  source: CanvasImageSource,
  from: { x: number; y: number; width: number; height: number },
  to: { width: number; height: number },
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(to.width));
  canvas.height = Math.max(1, Math.round(to.height));
  const context = canvas.getContext('2d');
  if (!context) throw new ApiFailure('canvas is not available');
  context.drawImage(source, from.x, from.y, from.width, from.height, 0, 0, canvas.width, canvas.height);
  return canvas;
}
