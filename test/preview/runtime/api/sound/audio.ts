// InnerAudioContext, BackgroundAudioManager, and the older calls that play a sound.
import { optional, required } from '../check';
import { Signal } from '../signal';
import type { ApiState } from '../state';
import type { ApiTable } from '../table';
import { Player } from './player';

/** Properties that are the browser's own. */
const PLAIN = ['autoplay', 'loop', 'volume', 'playbackRate', 'currentTime', 'duration', 'paused'] as const;

function base(player: Player): Record<string, unknown> {
  const made: Record<string, unknown> = { obeyMuteSwitch: true, referrerPolicy: 'no-referrer' };
  for (const method of ['play', 'pause', 'stop', 'destroy'] as const) made[method] = () => player[method]();
  made['seek'] = (seconds: number) => player.seek(seconds);
  for (const name of player.events) {
    made[`on${name}`] = player.signal(name).on;
    made[`off${name}`] = player.signal(name).off;
  }
  const element = player.element as unknown as Record<string, unknown>;
  for (const name of PLAIN)
    Object.defineProperty(made, name, {
      enumerable: true,
      get: () => element[name] ?? 0,
      set: (value: unknown) => void (element[name] = value),
    });
  for (const name of ['startTime', 'src'] as const)
    Object.defineProperty(made, name, {
      enumerable: true,
      get: () => player[name],
      set: (value: never) => void (player[name] = value),
    });
  Object.defineProperty(made, 'buffered', { enumerable: true, get: () => player.buffered });
  return made;
}

/** Plays as soon as it has a source, with the title that a phone would show. */
function backgroundManager(urlOf: (source: string) => string): Record<string, unknown> {
  const player = new Player(urlOf, true);
  const made = base(player);
  delete made['destroy'];
  for (const name of ['Prev', 'Next']) made[`on${name}`] = new Signal().on;
  return Object.assign(made, {
    title: '',
    epname: '',
    singer: '',
    coverImgUrl: '',
    webUrl: '',
    protocol: 'http',
    audioType: 'audio',
  });
}

/** `wx.playVoice` and `wx.playBackgroundAudio`, as they were before there were objects for it. */
function addOlder(table: ApiTable, urlOf: (source: string) => string): void {
  const voice = new Player(urlOf);
  table.async('playVoice', (options) => {
    voice.src = required(options, { filePath: 'String' }).filePath;
    voice.play();
  });
  table.async('pauseVoice', () => voice.pause());
  table.async('stopVoice', () => voice.stop());
  const music = new Player(urlOf);
  table.async('playBackgroundAudio', (options) => {
    const { dataUrl } = optional(options, { dataUrl: 'String' });
    if (dataUrl !== undefined) music.src = dataUrl;
    music.play();
  });
  table.async('pauseBackgroundAudio', () => music.pause());
  table.async('stopBackgroundAudio', () => music.stop());
  table.async('seekBackgroundAudio', (options) =>
    music.seek(required(options, { position: 'Number' }).position),
  );
  table.async('getBackgroundAudioPlayerState', () => ({
    status: music.src === '' ? 2 : music.element.paused ? 0 : 1,
    currentPosition: music.element.currentTime,
    duration: music.element.duration || 0,
    downloadPercent: 100,
    dataUrl: music.src,
  }));
  for (const name of ['Play', 'Pause', 'Stop'])
    table.value(`onBackgroundAudio${name}`, music.signal(name).on);
}

export function addAudio(table: ApiTable, { sources }: ApiState): void {
  const urlOf = (source: string): string => sources.url(source, '');
  table.sync('createInnerAudioContext', () => base(new Player(urlOf)));
  let background: Record<string, unknown> | null = null;
  table.sync('getBackgroundAudioManager', () => (background ??= backgroundManager(urlOf)));
  table.standIn('it plays in the browser, without a place on the lock screen', ['getBackgroundAudioManager']);
  table.sync('createWebAudioContext', () => new AudioContext());
  addOlder(table, urlOf);
  table.standIn(
    'it plays in the browser, without a place on the lock screen',
    Object.keys(table.members).filter((name) => /BackgroundAudio(?!Manager)/.test(name)),
  );
}
