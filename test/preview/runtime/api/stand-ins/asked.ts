// APIs that open another part of WeChat or of the phone: the preview asks what the person would have done there.
import type { HostPorts } from '../../ports/host';
import type { ApiTable, Result } from '../table';
import { ask } from './ask';

interface Question {
  /** What would open on a phone. */
  title: string;
  action: string;
  /** Fields beside errMsg when the person agrees. */
  result?: Result;
}

const pay: Question = { title: '微信支付', action: '支付成功' };
const share: Question = { title: '转发', action: '发送' };
const open = (title: string): Question => ({ title, action: '打开' });

const ADDRESS = {
  userName: '张三',
  postalCode: '510000',
  provinceName: '广东省',
  cityName: '广州市',
  countyName: '海珠区',
  streetName: '新港中路',
  detailInfo: '新港中路397号',
  detailInfoNew: '新港中路397号',
  nationalCode: '440105',
  telNumber: '13800000000',
};
const INVOICE_TITLE = {
  type: '0',
  title: '预览有限公司',
  taxNumber: '91440101MA0000000X',
  companyAddress: '',
  telephone: '',
  bankName: '',
  bankAccount: '',
};

const QUESTIONS: Readonly<Record<string, Question>> = {
  requestPayment: pay,
  requestOrderPayment: pay,
  requestCommonPayment: pay,
  requestPluginPayment: pay,
  requestVirtualPayment: pay,
  requestMerchantTransfer: { title: '商家转账', action: '确认收款' },
  jumpToOfflinePay: open('付款码'),
  openHKOfflinePayView: open('付款码'),
  requestSubscribeDeviceMessage: { title: '订阅设备消息', action: '允许' },
  requestSubscribeEmployeeMessage: { title: '订阅员工消息', action: '允许' },
  requestAppleSubscribeSign: { title: '订阅扣费', action: '同意' },
  chooseAddress: { title: '收货地址', action: '选择张三的地址', result: ADDRESS },
  chooseInvoiceTitle: { title: '发票抬头', action: '选择预览有限公司', result: INVOICE_TITLE },
  chooseInvoice: { title: '发票', action: '选择', result: { invoiceInfo: '[]' } },
  chooseContact: {
    title: '通讯录',
    action: '选择张三',
    result: { phoneNumber: '13800000000', phoneNumberList: ['13800000000'], displayName: '张三' },
  },
  chooseLicensePlate: { title: '车牌', action: '选择粤A00000', result: { plateNumber: '粤A00000' } },
  addPhoneContact: { title: '添加到通讯录', action: '添加' },
  addPhoneCalendar: { title: '添加到日历', action: '添加' },
  addPhoneRepeatCalendar: { title: '添加到日历', action: '添加' },
  sendSms: { title: '短信', action: '发送' },
  addFileToFavorites: { title: '收藏', action: '收藏' },
  addVideoToFavorites: { title: '收藏', action: '收藏' },
  saveFileToDisk: { title: '保存到电脑', action: '保存' },
  saveVideoToPhotosAlbum: { title: '保存到相册', action: '保存' },
  shareAppMessageToGroup: share,
  shareEmojiToGroup: share,
  shareFileToGroup: share,
  shareImageToGroup: share,
  shareVideoToGroup: share,
  shareFileMessage: share,
  shareVideoMessage: share,
  showShareImageMenu: share,
  shareToOfficialAccount: share,
  shareToWeRun: share,
  notifyGroupMembers: share,
  showRedPackage: open('红包封面'),
  navigateToMiniProgram: open('另一个小程序'),
  openEmbeddedMiniProgram: open('半屏小程序'),
  openDocument: open('文档'),
  openCustomerServiceChat: open('微信客服'),
  openAppAuthorizeSetting: open('系统授权设置'),
  openSystemBluetoothSetting: open('系统蓝牙设置'),
  openOfficialAccountArticle: open('公众号文章'),
  openOfficialAccountChat: open('公众号会话'),
  openOfficialAccountProfile: open('公众号主页'),
  openChannelsActivity: open('视频号视频'),
  openChannelsEvent: open('视频号活动'),
  openChannelsLive: open('视频号直播'),
  openChannelsUserProfile: open('视频号主页'),
  openDesignerProfile: open('表情艺术家主页'),
  openInquiriesTopic: open('问一问话题'),
  openSingleStickerView: open('表情'),
  openStickerIPView: open('表情 IP 合辑'),
  openStickerSetView: open('表情专辑'),
  openStoreCouponDetail: open('商家券'),
  openStoreOrderDetail: open('小店订单'),
  reserveChannelsLive: { title: '预约直播', action: '预约', result: { state: 6 } },
  updateWeChatApp: open('应用商店'),
  addCard: { title: '卡券', action: '领取', result: { cardList: [] } },
  openCard: open('卡券'),
};

/** Adds APIs that open a sheet saying what would happen, and succeed when the person agrees. */
export function addAsked(table: ApiTable, ports: HostPorts): void {
  for (const [name, { title, action, result = {} }] of Object.entries(QUESTIONS))
    table.async(name, async () => {
      await ask(ports, title, action);
      return result;
    });
  table.standIn('the preview asks what the person does there', Object.keys(QUESTIONS));
}
