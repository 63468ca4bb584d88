// Objects of WeChat that the preview cannot back with anything; a test compares their methods with the installed
// typings.
import type { ObjectKind } from './objects';

const NO_AD = { reason: 'no advertisement', errCode: 1004, tries: true } as const;
const NO_FILM = { reason: 'not supported', errCode: -1 } as const;
const NO_SOCKET = { reason: 'network is not available' } as const;

export const OBJECT_KINDS: Readonly<Record<string, ObjectKind>> = {
  createRewardedVideoAd: {
    ...NO_AD,
    methods: 'load~ show~ destroy offClose offError offLoad onClose onError onLoad',
  },
  createInterstitialAd: {
    ...NO_AD,
    methods: 'destroy offClose offError offLoad onClose onError onLoad load~ show~',
  },
  createLivePlayerContext: {
    reason: 'no live player',
    methods:
      'exitBackgroundPlayback exitCasting exitFullScreen exitPictureInPicture mute pause play reconnectCasting ' +
      'requestBackgroundPlayback requestFullScreen resume snapshot startCasting stop switchCasting',
  },
  createLivePusherContext: {
    reason: 'no live pusher',
    methods:
      'applyBlusherStickMakeup applyEyeBrowMakeup applyEyeShadowMakeup applyFaceContourMakeup applyFilter ' +
      'applyLipStickMakeup applySticker clearFilters clearMakeups clearStickers createOffscreenCanvas ' +
      'exitPictureInPicture getMaxZoom onCustomRendererEvent pause pauseBGM playBGM resume resumeBGM sendMessage ' +
      'setBGMVolume setMICVolume setZoom snapshot start startPreview stop stopBGM stopPreview switchCamera toggleTorch',
  },
  createMapContext: {
    reason: 'no map',
    methods:
      'addArc addCustomLayer addGroundOverlay addMarkers addVisualLayer eraseLines executeVisualLayerCommand ' +
      'fromScreenLocation getCenterLocation getRegion getRotate getScale getSkew includePoints initMarkerCluster ' +
      'moveAlong moveToLocation on openMapApp removeArc removeCustomLayer removeGroundOverlay removeMarkers ' +
      'removeVisualLayer setBoundary setCenterOffset setLocMarkerIcon toScreenLocation translateMarker updateGroundOverlay',
  },
  createMediaAudioPlayer: {
    ...NO_FILM,
    properties: { volume: 1 },
    methods: 'addAudioSource~ destroy removeAudioSource~ start~ stop~',
  },
  createMediaContainer: {
    ...NO_FILM,
    methods: 'addTrack destroy export extractDataSource removeTrack',
  },
  createMediaRecorder: { ...NO_FILM, methods: 'off on destroy~ pause~ requestFrame~ resume~ start~ stop~' },
  createVideoDecoder: { ...NO_FILM, methods: 'getFrameData remove~ seek~ start~ stop~ off on' },
  createTCPSocket: {
    ...NO_SOCKET,
    methods:
      'bindWifi close connect offBindWifi offClose offConnect offError offMessage onBindWifi onClose onConnect ' +
      'onError onMessage write',
  },
  createUDPSocket: {
    ...NO_SOCKET,
    methods:
      'close connect offClose offError offListening offMessage onClose onError onListening onMessage send setTTL ' +
      'write bind',
  },
  createWorker: {
    reason: 'the preview has no workers',
    properties: { env: { USER_DATA_PATH: 'wxfile://usr' } },
    tries: true,
    methods: 'getCameraFrameData onError onMessage onProcessKilled postMessage terminate testOnProcessKilled',
  },
  createCacheManager: {
    reason: 'not supported',
    properties: { mode: 'weakNetwork', origin: '', maxAge: 0, state: 2 },
    methods:
      'addRules clearCaches clearRules deleteCache deleteCaches deleteRule deleteRules off on start stop match addRule',
  },
  createGlobalPayment: {
    reason: 'not supported',
    properties: { methodKey: '' },
    methods: 'abort openMethodPicker requestGlobalPayment',
  },
  getNFCAdapter: {
    reason: 'not support NFC',
    errCode: 13000,
    properties: {
      tech: {
        isoDep: 'ISO-DEP',
        mifareClassic: 'MIFARE Classic',
        mifareUltralight: 'MIFARE Ultralight',
        ndef: 'NDEF',
        nfcA: 'NFC-A',
        nfcB: 'NFC-B',
        nfcF: 'NFC-F',
        nfcV: 'NFC-V',
      },
    },
    methods:
      'offDiscovered onDiscovered startDiscovery stopDiscovery getIsoDep getMifareClassic getMifareUltralight getNdef ' +
      'getNfcA getNfcB getNfcF getNfcV',
  },
  getPluginUpdateManager: {
    reason: 'no plugins',
    methods: 'onCheckForUpdate onUpdateFailed onUpdateReady',
  },
};
