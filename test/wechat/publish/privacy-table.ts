/**
 * What WeChat wants declared (用户隐私保护指引) before an interface works, by its page 小程序用户隐私保护指引内容介绍. An interface
 * whose information is not declared fails with errno 112; one that is declared and not used is asked about at the review.
 * `scope.x` is `wx.authorize({scope: 'scope.x'})`.
 */
export const INTERFACES: Readonly<Record<string, readonly string[]>> = {
  '收集你的昵称、头像': [
    '<button open-type="chooseAvatar">',
    '<input type="nickname">',
    'wx.getUserInfo',
    'wx.getUserProfile',
    '<button open-type="userInfo">',
  ],
  收集你的位置信息: [
    'scope.userLocation',
    'scope.userLocationBackground',
    'scope.userFuzzyLocation',
    'wx.getLocation',
    'wx.startLocationUpdate',
    'wx.startLocationUpdateBackground',
    'wx.getFuzzyLocation',
    'MapContext.moveToLocation',
  ],
  收集你选择的位置信息: ['wx.choosePoi', 'wx.chooseLocation'],
  收集你的地址: ['wx.chooseAddress'],
  收集你的发票信息: ['wx.chooseInvoiceTitle', 'wx.chooseInvoice'],
  收集你的微信运动步数: ['scope.werun', 'wx.getWeRunData'],
  收集你的手机号: ['<button open-type="getPhoneNumber">', '<button open-type="getRealtimePhoneNumber">'],
  收集你的车牌号: ['wx.chooseLicensePlate'],
  收集你选中的照片或视频信息: ['wx.chooseImage', 'wx.chooseMedia', 'wx.chooseVideo'],
  收集你选中的文件: ['wx.chooseMessageFile'],
  访问你的麦克风: [
    'scope.record',
    'wx.startRecord',
    'RecorderManager.start',
    '<live-pusher>',
    'wx.joinVoIPChat',
  ],
  访问你的摄像头: ['scope.camera', 'wx.createVKSession', '<camera>', '<live-pusher>', '<voip-room>'],
  访问你的蓝牙: ['scope.bluetooth', 'wx.openBluetoothAdapter', 'wx.createBLEPeripheralServer'],
  '使用你的相册（仅写入）权限': [
    'scope.writePhotosAlbum',
    'wx.saveImageToPhotosAlbum',
    'wx.saveVideoToPhotosAlbum',
  ],
  '使用你的通讯录（仅写入）权限': ['scope.addPhoneContact', 'wx.addPhoneContact'],
  '使用你的日历（仅写入）权限': [
    'scope.addPhoneCalendar',
    'wx.addPhoneRepeatCalendar',
    'wx.addPhoneCalendar',
  ],
  调用你的加速传感器: ['wx.startAccelerometer'],
  调用你的磁场传感器: ['wx.startCompass'],
  调用你的方向传感器: ['wx.startDeviceMotionListening'],
  调用你的陀螺仪传感器: ['wx.startGyroscope'],
  读取你的剪切板: ['wx.setClipboardData', 'wx.getClipboardData'],
};
