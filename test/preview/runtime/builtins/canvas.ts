// canvas: of type 2d (or webgl) the program draws on the browser's own canvas with WeChat's extras; the older kind is drawn on by
// `wx.createCanvasContext`, which finds it by its canvas-id.
import type { Sources } from '../api/sources';
import type { HostPorts } from '../ports/host';
import { pictureFor, withoutDocument } from './bare-node';
import { builtin } from './define';
import { builtinAt } from './handle';
import { empty } from './templates';

/** Above this many real pixels a side, phones draw nothing (1365 CSS px at three times). */
const SIDE_LIMIT = 4096;

/** Gives a canvas what WeChat's has beside the browser's. @param urlOf of what a picture's `src` names */
export function extendCanvas(
  canvas: HTMLCanvasElement,
  view: Window & typeof globalThis,
  urlOf: (source: string) => string,
): HTMLCanvasElement {
  return Object.assign(withoutDocument(canvas), {
    createImage: () => pictureFor(view, urlOf),
    createPath2D: (path?: Path2D | string) => new view.Path2D(path),
    createImageData: (width: number, height: number) => new view.ImageData(width, height),
    requestAnimationFrame: (draw: FrameRequestCallback) => view.requestAnimationFrame(draw),
    cancelAnimationFrame: (id: number) => view.cancelAnimationFrame(id),
  });
}

/** A canvas of the older kind as the API draws on it. */
export interface OldCanvas {
  canvas: HTMLCanvasElement;
  /** Real pixels to one CSS pixel. */
  scale: number;
}

const isOld = (node: unknown): node is OldCanvas =>
  typeof node === 'object' && node !== null && 'canvas' in node && 'scale' in node;

/** The canvas with this canvas-id in one component's template, sized as it is shown now. */
export function oldCanvasIn(view: Window, host: object | null, canvasId: string): OldCanvas | null {
  for (const element of view.document.querySelectorAll('wx-canvas')) {
    const handle = builtinAt(element);
    if (handle?.component.data['canvasId'] !== canvasId) continue;
    if (handle.component.ownerShadowRoot?.getHostNode() !== host) continue;
    const found = handle.hooks.context?.();
    if (isOld(found)) return found;
  }
  return null;
}

export function defineCanvas(ports: HostPorts, sources: () => Sources): void {
  builtin('canvas', {
    props: { type: String, canvasId: String, disableScroll: Boolean },
    template: empty,
    setup(host) {
      const canvas = extendCanvas(host.document.createElement('canvas'), host.window, (source) =>
        sources().url(source, host.owner()),
      );
      host.element.append(canvas);
      /**
       * @param scale real pixels to one CSS pixel. Sets the size only if it differs, because setting it empties a
       * canvas.
       */
      const size = (scale: number): void => {
        const { width, height } = host.element.getBoundingClientRect();
        const wanted = { width: Math.round(width * scale), height: Math.round(height * scale) };
        if (wanted.width > 0 && wanted.height > 0 && differs(canvas, wanted)) Object.assign(canvas, wanted);
      };
      return {
        changed: {
          disableScroll: (hold) => void (host.element.style.touchAction = hold ? 'none' : ''),
        },
        attached() {
          if (host.props.type !== '') size(1);
        },
        node() {
          if (Math.max(canvas.width, canvas.height) > SIDE_LIMIT)
            ports.report.warn(
              `canvas ${canvas.width}×${canvas.height} is larger than a phone draws (${SIDE_LIMIT})`,
            );
          return canvas;
        },
        context() {
          if (host.props.type !== '') return canvas.getContext('2d');
          const scale = host.window.devicePixelRatio;
          size(scale);
          return { canvas, scale } satisfies OldCanvas;
        },
      };
    },
  });
}

const differs = (canvas: HTMLCanvasElement, { width, height }: { width: number; height: number }): boolean =>
  canvas.width !== width || canvas.height !== height;
