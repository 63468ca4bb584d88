// video and audio, on the browser's own players.
import type { Sources } from '../api/sources';
import { builtin, type BuiltinHost } from './define';
import { drawn } from './templates';

/** What the two have in common. */
const common = { src: String, controls: Boolean, loop: Boolean, autoplay: Boolean } as const;

const playerTemplate = (tag: 'h-video' | 'h-audio') =>
  drawn((write) => (_creating, _text, element, _branch, _loop, slot) => {
    element(
      tag,
      {},
      (node, creating) => creating && write.c(node, 'wx-player'),
      () => undefined,
    );
    slot('');
  });

function playerOf<E extends HTMLMediaElement>(host: BuiltinHost<object>): E {
  const found = host.element.querySelector<E>(':scope > .wx-player');
  if (!found) throw new Error(`<${host.name}> has no player`);
  return found;
}

function tellEvents(host: BuiltinHost<object>, player: HTMLMediaElement): void {
  for (const type of ['play', 'pause', 'ended', 'waiting'] as const)
    player.addEventListener(type, () => host.emit(type, {}));
  player.addEventListener('timeupdate', () =>
    host.emit('timeupdate', { currentTime: player.currentTime, duration: player.duration }),
  );
  player.addEventListener('error', () => {
    if (player.getAttribute('src') !== null)
      host.emit('error', { errMsg: player.error?.message ?? 'MEDIA_ERR_SRC_NOT_SUPPORTED' });
  });
}

function defineVideo(sources: () => Sources): void {
  builtin('video', {
    props: {
      ...common,
      controls: { type: Boolean, value: true },
      muted: Boolean,
      poster: String,
      objectFit: { type: String, value: 'contain' },
      initialTime: Number,
      title: String,
    },
    ignores:
      'duration danmuList danmuBtn enableDanmu pageGesture direction showProgress+ showFullscreenBtn+ showPlayBtn+ ' +
      'showCenterPlayBtn+ enableProgressGesture+ showMuteBtn playBtnPosition enablePlayGesture autoPauseIfNavigate+ ' +
      'autoPauseIfOpenNative+ vslideGesture vslideGestureInFullscreen+ showBottomProgress+ adUnitId posterForCrawler ' +
      'showCastingButton pictureInPictureMode pictureInPictureShowProgress enableAutoRotation showScreenLockButton ' +
      'showSnapshotButton showBackgroundPlaybackButton backgroundPoster referrerPolicy isDrm provisionUrl ' +
      'certificateUrl licenseUrl preferredPeakBitRate isLive pictureInPictureInitPosition',
    template: playerTemplate('h-video'),
    setup(host) {
      const player = playerOf<HTMLVideoElement>(host);
      player.setAttribute('playsinline', '');
      tellEvents(host, player);
      player.addEventListener('loadedmetadata', () => {
        const { videoWidth: width, videoHeight: height, duration } = player;
        if (host.props.initialTime > 0) player.currentTime = host.props.initialTime;
        host.emit('loadedmetadata', { width, height, duration });
      });
      player.addEventListener('progress', () => {
        const { buffered, duration } = player;
        const end = buffered.length === 0 ? 0 : buffered.end(buffered.length - 1);
        host.emit('progress', { buffered: duration > 0 ? (end / duration) * 100 : 0 });
      });
      player.addEventListener('seeked', () => host.emit('seekcomplete', { position: player.currentTime }));
      player.addEventListener('fullscreenchange', () => {
        const fullScreen = host.document.fullscreenElement === player;
        host.emit('fullscreenchange', { fullScreen, direction: 'vertical' });
      });
      return {
        node: () => player,
        changed: {
          src(source) {
            if (source === '') player.removeAttribute('src');
            else player.src = sources().url(source, host.owner());
          },
          poster: (source) => void (player.poster = source === '' ? '' : sources().url(source, host.owner())),
        },
        render({ controls, loop, autoplay, muted, objectFit, title }) {
          Object.assign(player, { controls, loop, autoplay, muted, title });
          player.style.objectFit = objectFit;
        },
      };
    },
  });
}

function defineAudio(sources: () => Sources): void {
  builtin('audio', {
    props: {
      ...common,
      poster: String,
      author: { type: String, value: '未知作者' },
      name: { type: String, value: '未知音频' },
    },
    template: playerTemplate('h-audio'),
    setup(host) {
      const player = playerOf<HTMLAudioElement>(host);
      tellEvents(host, player);
      return {
        node: () => player,
        changed: {
          src(source) {
            if (source === '') player.removeAttribute('src');
            else player.src = sources().url(source, host.owner());
          },
        },
        render({ controls, loop, autoplay, name, author }) {
          Object.assign(player, { controls, loop, autoplay, title: `${name} ${author}` });
        },
      };
    },
  });
}

export function defineMedia(sources: () => Sources): void {
  defineVideo(sources);
  defineAudio(sources);
}
