// canvas (type 2d): the node that a program gets from a selector query is the browser's canvas with WeChat's extras.
import type { HostPorts } from '../ports/host';
import { builtin } from './define';
import { empty } from './templates';

/** Above this many real pixels a side, phones draw nothing (1365 CSS px at three times). */
const SIDE_LIMIT = 4096;

function extend(canvas: HTMLCanvasElement, view: Window & typeof globalThis): void {
  Object.assign(canvas, {
    createImage: () => new view.Image(),
    createPath2D: (path?: Path2D | string) => new view.Path2D(path),
    createImageData: (width: number, height: number) => new view.ImageData(width, height),
    requestAnimationFrame: (draw: FrameRequestCallback) => view.requestAnimationFrame(draw),
    cancelAnimationFrame: (id: number) => view.cancelAnimationFrame(id),
  });
}

export function defineCanvas(ports: HostPorts): void {
  builtin('canvas', {
    props: { type: String, canvasId: String, disableScroll: Boolean },
    template: empty,
    setup(host) {
      const canvas = host.document.createElement('canvas');
      extend(canvas, host.window);
      host.element.append(canvas);
      if (host.props.disableScroll) host.element.style.touchAction = 'none';
      return {
        changed: {
          canvasId: (id) => {
            if (id !== '') ports.report.unknown('option', 'canvas canvas-id (only type="2d" is drawn)');
          },
        },
        attached() {
          const { width, height } = host.element.getBoundingClientRect();
          if (width > 0 && height > 0) Object.assign(canvas, { width, height });
        },
        node() {
          if (Math.max(canvas.width, canvas.height) > SIDE_LIMIT)
            ports.report.warn(
              `canvas ${canvas.width}×${canvas.height} is larger than a phone draws (${SIDE_LIMIT})`,
            );
          return canvas;
        },
        context: () => canvas.getContext('2d'),
      };
    },
  });
}
