// VideoContext, AudioContext and CameraContext: they act on the component of that id.
import { builtinAt } from '../../builtins/handle';
import { componentOf } from '../../engine/engine';
import type { HostPorts } from '../../ports/host';
import { domOf } from '../../query/fields';
import { selectNodes } from '../../query/selector-query';
import { isRecord } from '../check';
import type { ApiState } from '../state';
import { deliver, type ApiTable } from '../table';

/** The player of a `<video>` or `<audio>`; null when there is none of this id. */
function playerOf({ pages }: HostPorts, id: unknown, component: unknown): HTMLMediaElement | null {
  const within = componentOf(component) ?? pages.top()?.component;
  const [node] = within ? selectNodes(within, `#${String(id)}`) : [];
  const element = node ? domOf(node) : null;
  const found = builtinAt(element)?.hooks.node?.();
  return isMedia(found) ? found : null;
}

/** Checked without `instanceof`, because the node comes from the page's own window. */
const isMedia = (node: unknown): node is HTMLMediaElement =>
  typeof node === 'object' && node !== null && 'play' in node && 'currentTime' in node;

type Act = (player: HTMLMediaElement, value: unknown) => void;

const ACTS: Readonly<Record<string, Act>> = {
  play: (player) => void player.play().catch(() => undefined),
  pause: (player) => player.pause(),
  stop(player) {
    player.pause();
    player.currentTime = 0;
  },
  seek: (player, seconds) => void (player.currentTime = Number(seconds)),
  playbackRate: (player, rate) => void (player.playbackRate = Number(rate)),
  requestFullScreen: (player) => void player.requestFullscreen().catch(() => undefined),
  exitFullScreen: (player) => void player.ownerDocument.exitFullscreen().catch(() => undefined),
};

/** Methods that a phone has and a browser does not. */
const ELSEWHERE =
  'sendDanmu showStatusBar hideStatusBar requestBackgroundPlayback exitBackgroundPlayback exitPictureInPicture ' +
  'startCasting exitCasting switchCasting reconnectCasting';

function contextOf(ports: HostPorts, id: unknown, component: unknown): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  for (const [name, act] of Object.entries(ACTS))
    made[name] = (value: unknown) => {
      const player = playerOf(ports, id, component);
      if (player) act(player, value);
      else ports.report.warn(`VideoContext.${name}: there is no #${String(id)}`);
    };
  for (const name of ELSEWHERE.split(' '))
    made[name] = () => ports.report.standIn(`VideoContext.${name}`, 'not around a player in a browser');
  return made;
}

function cameraContext(ports: HostPorts, { chooser }: ApiState): Record<string, unknown> {
  const choosing = (name: string, accept: string, field: string) => (given?: unknown) =>
    deliver(`camera.${name}`, isRecord(given) ? given : {}, async () => {
      const [file] = await chooser.pick({ accept, count: 1 });
      return { [field]: file?.path ?? '' };
    });
  return {
    takePhoto: choosing('takePhoto', 'image/*', 'tempImagePath'),
    startRecord: (given?: unknown) =>
      deliver('camera.startRecord', isRecord(given) ? given : {}, async () => undefined),
    stopRecord: choosing('stopRecord', 'video/*', 'tempVideoPath'),
    setZoom: (given?: unknown) =>
      deliver('camera.setZoom', isRecord(given) ? given : {}, async () => ({ zoom: 1 })),
    onCameraFrame: () => ({
      start: () => ports.report.standIn('CameraFrameListener', 'a browser gives no frames'),
      stop: () => undefined,
    }),
  };
}

export function addContexts(table: ApiTable, ports: HostPorts, state: ApiState): void {
  table.sync('createVideoContext', (id: unknown, component?: unknown) => contextOf(ports, id, component));
  table.sync('createAudioContext', (id: unknown, component?: unknown) => ({
    ...contextOf(ports, id, component),
    setSrc(source: string) {
      const player = playerOf(ports, id, component);
      if (player) player.src = state.sources.url(source, '');
    },
  }));
  table.sync('createCameraContext', () => cameraContext(ports, state));
  table.standIn('a picture is chosen instead of taken', ['createCameraContext']);
}
