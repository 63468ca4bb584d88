// APIs whose answer is the same on this phone whenever it is asked.
import { ApiFailure } from '../failure';
import type { ApiTable, Result } from '../table';

/** Facts of this phone, in the form of a phone's answers. */
const FACTS: Readonly<Record<string, Result>> = {
  checkIsSupportSoterAuthentication: { supportMode: [] },
  checkIsSoterEnrolledInDevice: { isEnrolled: false },
  checkIsSupportFacialRecognition: { checkAliveType: 0 },
  checkIsOpenAccessibility: { open: false },
  checkIsAddedToMyMiniProgram: { added: false },
  checkIsPictureInPictureActive: { active: false },
  checkDeviceSupportHevc: { isSupport: false },
  getDeviceBenchmarkInfo: { benchmarkLevel: 40, modelLevel: 2 },
  getLocalIPAddress: { localip: '127.0.0.1', netmask: '255.0.0.0' },
  getSkylineInfo: { isSupported: false, version: '', reason: 'client not support' },
  getScreenRecordingState: { state: 'off' },
  getAvailableAudioSources: { audioSources: ['auto'] },
  getRendererUserAgent: {
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0.60',
  },
  getExtConfig: { extConfig: {} },
  startWifi: {},
  stopWifi: {},
  getShowSplashAdStatus: { status: 'fail', code: 0 },
};

/** These succeed and show nothing in a browser. */
const UNSEEN = 'setTopBarText preloadWebview preloadAssets preloadSkylineView setInnerAudioOption'.split(' ');

export function addAnswered(table: ApiTable): void {
  for (const [name, fact] of Object.entries(FACTS)) table.async(name, () => fact);
  table.sync('getSkylineInfoSync', () => FACTS['getSkylineInfo']);
  table.sync('getExtConfigSync', () => ({}));
  table.sync('getExptInfoSync', () => ({}));
  table.sync('getApiCategory', () => 'default');
  table.sync('isVKSupport', () => false);
  table.standIn('this phone always says the same', [
    ...Object.keys(FACTS),
    'getSkylineInfoSync',
    'getExtConfigSync',
    'getExptInfoSync',
    'getApiCategory',
    'isVKSupport',
  ]);
  for (const name of UNSEEN) table.async(name, () => undefined);
  table.standIn('nothing of it shows in a browser', UNSEEN);
  table.async('loadBuiltInFontFace', () => {
    throw new ApiFailure('font not found');
  });
  table.standIn('a browser has no fonts of WeChat', ['loadBuiltInFontFace']);
}
