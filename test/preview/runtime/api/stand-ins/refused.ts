// APIs of hardware, groups and accounts that this phone lacks: they fail as on a phone without them.
import { ApiFailure, type FailureExtra } from '../failure';
import type { ApiTable } from '../table';

interface Refusal {
  reason: string;
  extra?: FailureExtra;
  /** What this phone lacks; the failure's words and codes are those for it. */
  because: string;
  names: string;
}

const REFUSALS: readonly Refusal[] = [
  {
    reason: 'not available',
    extra: { errCode: 10001, errno: 1500102 },
    because: 'this phone has its Bluetooth off',
    names: 'openBluetoothAdapter',
  },
  {
    reason: 'not init',
    extra: { errCode: 10000, errno: 1500101 },
    because: 'this phone has its Bluetooth off',
    names:
      'closeBluetoothAdapter getBluetoothAdapterState startBluetoothDevicesDiscovery stopBluetoothDevicesDiscovery ' +
      'getBluetoothDevices getConnectedBluetoothDevices createBLEConnection closeBLEConnection getBLEDeviceServices ' +
      'getBLEDeviceCharacteristics getBLEDeviceRSSI getBLEMTU setBLEMTU readBLECharacteristicValue ' +
      'writeBLECharacteristicValue notifyBLECharacteristicValueChange makeBluetoothPair isBluetoothDevicePaired ' +
      'createBLEPeripheralServer',
  },
  {
    reason: 'unsupport',
    extra: { errCode: 11000 },
    because: 'this phone knows no iBeacons',
    names: 'startBeaconDiscovery stopBeaconDiscovery getBeacons',
  },
  {
    reason: 'not support NFC',
    extra: { errCode: 13000 },
    because: 'this phone has no NFC',
    names: 'getHCEState startHCE stopHCE sendHCEMessage',
  },
  {
    reason: 'not init',
    extra: { errCode: 12000 },
    because: 'this phone does not let programs manage its Wi-Fi',
    names: 'connectWifi getConnectedWifi getWifiList setWifiList',
  },
  {
    reason: 'unsupported device',
    extra: { errCode: 90001 },
    because: 'this phone has neither fingerprint nor face recognition',
    names: 'startSoterAuthentication requestFacialVerify initFaceDetect faceDetect stopFaceDetect',
  },
  {
    reason: 'device is not ready',
    because: 'there is nobody to talk to',
    names:
      'joinVoIPChat exitVoIPChat updateVoIPChatMuteConfig subscribeVoIPVideoMembers join1v1Chat setEnable1v1Chat ' +
      'requestDeviceVoIP getDeviceVoIPList',
  },
  {
    reason: 'not in a group chat',
    because: 'the program was not opened from a group',
    names:
      'getGroupEnterInfo getShareInfo getChatToolInfo enterChatToolMode openChatTool selectGroupMembers authPrivateMessage',
  },
  {
    reason: 'not opened by another mini program',
    because: 'no other mini program opened this one',
    names: 'navigateBackMiniProgram postMessageToReferrerMiniProgram postMessageToReferrerPage',
  },
  {
    reason: 'no such account',
    because: 'this program has no such account at WeChat',
    names:
      'getChannelsLiveInfo getChannelsLiveNoticeInfo openChannelsLiveNoticeInfo getChannelsShareKey getWeRunData ' +
      'checkEmployeeRelation bindEmployeeRelation authorizeForMiniProgram pluginLogin getCommonConfig ' +
      'addPaymentPassFinish addPaymentPassGetCertificateData canAddSecureElementPass getSecureElementPasses ' +
      'removeSecureElementPass getTransitCardCPLC getTransitCardInfo getTransitCardList issueTransitCard ' +
      'deleteTransitCard rechargeTransitCard checkTransitCardSupport',
  },
  {
    reason: 'no data',
    because: 'WeChat fetches no data for this program',
    names: 'getBackgroundFetchData getBackgroundFetchToken setBackgroundFetchToken',
  },
  {
    reason: 'not supported on this platform',
    because: 'only WeChat on a computer has windows',
    names: 'setWindowSize',
  },
  {
    reason: 'scan task already exist',
    because: 'the preview looks for no services in its network',
    names: 'startLocalServiceDiscovery stopLocalServiceDiscovery',
  },
  {
    reason: 'editor not available',
    because: 'the preview edits no pictures or films',
    names: 'openVideoEditor editImage cropImage compressVideo',
  },
];

export function addRefused(table: ApiTable): void {
  for (const { reason, extra, because, names } of REFUSALS) {
    const list = names.split(' ');
    for (const name of list)
      table.async(name, () => {
        throw new ApiFailure(reason, extra);
      });
    table.standIn(because, list);
  }
}
