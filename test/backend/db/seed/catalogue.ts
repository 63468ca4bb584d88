// The demo customer's backpack, written out: every type, status and rarity, and the odd cases a client must survive.
import type { ItemStatus } from '../../v4/backpack/items';

export interface Line {
  name: string;
  type: string;
  rarity: string;
  value: number;
  picture?: string;
  /** Which of the merchants, or none. */
  merchant?: 0 | 1 | 2;
  about?: string;
  /** Days until it expires; negative when that has passed. */
  expiresIn?: number;
  status?: ItemStatus;
  /** `trade` locks without a redemption order. */
  lockedBy?: 'redemption' | 'trade';
  usedBy?: 'counter' | 'owner';
  /** An id of its own instead of the next one. */
  id?: bigint;
}

const LONG_NAME =
  '周年庆限定礼遇：店内双人招牌铜锅套餐含时令鲜蔬拼盘与手作甜品各一份并赠山茶花特调饮品两杯凭码使用节假日通用可提前预约座位';

const VOUCHERS: readonly Line[] = [
  {
    name: '满100减20代金券',
    type: 'voucher',
    rarity: 'common',
    value: 20,
    picture: 'ticket',
    merchant: 0,
    about: '堂食与外带均可使用，不与其他优惠同享。',
    expiresIn: 30,
  },
  {
    name: '招牌铜锅双人套餐券',
    type: 'voucher',
    rarity: 'epic',
    value: 168,
    picture: 'hotpot',
    merchant: 0,
    about: '含锅底一份、牛羊肉各一份、蔬菜拼盘一份。请提前一天预约。',
    expiresIn: 45,
  },
  {
    name: '手冲咖啡兑换券',
    type: 'voucher',
    rarity: 'uncommon',
    value: 28,
    picture: 'coffee',
    merchant: 1,
    about: '任选一款单品豆，冷热均可。',
    expiresIn: 2,
  },
  {
    name: '巴斯克蛋糕券',
    type: 'voucher',
    rarity: 'rare',
    value: 36,
    picture: 'cake',
    merchant: 2,
    about: '每日限量，请于下午三点前到店。',
    expiresIn: 1,
  },
  { name: '茶位免单券', type: 'voucher', rarity: 'common', value: 12, picture: 'tea', merchant: 0 },
  {
    name: LONG_NAME,
    type: 'voucher',
    rarity: 'legendary',
    value: 520,
    picture: 'gift',
    merchant: 0,
    about: '名称很长的一张券。',
    expiresIn: 90,
  },
  {
    name: '生日礼遇八折券',
    type: 'voucher',
    rarity: 'rare',
    value: 50,
    picture: 'cake',
    expiresIn: 0.2,
    about: '生日当月可用，今天是最后一天。',
  },
  { name: '停车两小时券', type: 'voucher', rarity: 'common', value: 10 },
  {
    name: '夜宵时段满减券',
    type: 'voucher',
    rarity: 'uncommon',
    value: 15,
    picture: 'ticket',
    merchant: 0,
    status: 'locked',
    lockedBy: 'redemption',
    expiresIn: 60,
  },
  {
    name: '拿铁升杯券',
    type: 'voucher',
    rarity: 'common',
    value: 6,
    picture: 'coffee',
    merchant: 1,
    status: 'used',
    usedBy: 'counter',
  },
  {
    name: '双人下午茶券',
    type: 'voucher',
    rarity: 'epic',
    value: 98,
    picture: 'tea',
    merchant: 1,
    status: 'used',
    usedBy: 'counter',
  },
  {
    name: '新客立减券',
    type: 'voucher',
    rarity: 'common',
    value: 10,
    picture: 'ticket',
    status: 'expired',
    expiresIn: -12,
  },
  {
    name: '春季尝鲜券',
    type: 'voucher',
    rarity: 'rare',
    value: 40,
    picture: 'hotpot',
    merchant: 0,
    status: 'expired',
    expiresIn: -60,
  },
  {
    name: '测试发放券',
    type: 'voucher',
    rarity: 'common',
    value: 1,
    status: 'destroyed',
    about: '发放有误，已由门店销毁。',
  },
];

const PRODUCTS: readonly Line[] = [
  {
    name: '山茶花马克杯',
    type: 'product',
    rarity: 'rare',
    value: 79,
    picture: 'coffee',
    merchant: 1,
    about: '350 毫升，可进微波炉。到店领取。',
  },
  {
    name: '手作曲奇礼盒',
    type: 'product',
    rarity: 'uncommon',
    value: 58,
    picture: 'gift',
    merchant: 2,
    expiresIn: 5,
    about: '黄油曲奇十二枚，请于到期前领取。',
  },
  { name: '云南单品豆 200 克', type: 'product', rarity: 'epic', value: 88, picture: 'coffee', merchant: 1 },
  { name: '桂花乌龙茶罐', type: 'product', rarity: 'common', value: 46, picture: 'tea', merchant: 0 },
  { name: '周年纪念帆布袋', type: 'product', rarity: 'common', value: 39, picture: 'gift' },
  {
    name: '铜锅底料三包装',
    type: 'product',
    rarity: 'uncommon',
    value: 45,
    picture: 'hotpot',
    merchant: 0,
    status: 'locked',
    lockedBy: 'redemption',
  },
  {
    name: '限量搪瓷盘',
    type: 'product',
    rarity: 'legendary',
    value: 129,
    picture: 'gift',
    merchant: 0,
    status: 'locked',
    lockedBy: 'trade',
    about: '正在交易中，暂不可核销。',
  },
  {
    name: '抹茶蛋糕卷',
    type: 'product',
    rarity: 'rare',
    value: 42,
    picture: 'cake',
    merchant: 2,
    status: 'used',
    usedBy: 'counter',
  },
  {
    name: '节气点心匣',
    type: 'product',
    rarity: 'epic',
    value: 66,
    picture: 'cake',
    merchant: 2,
    status: 'expired',
    expiresIn: -3,
  },
];

const COLLECTIBLES: readonly Line[] = [
  {
    name: '开业元老徽章',
    type: 'collectible',
    rarity: 'legendary',
    value: 400,
    picture: 'medal',
    about: '开业首月到店满五次的纪念。',
  },
  { name: '二十四节气卡 · 惊蛰', type: 'collectible', rarity: 'uncommon', value: 24, picture: 'card' },
  { name: '二十四节气卡 · 芒种', type: 'collectible', rarity: 'uncommon', value: 24, picture: 'card' },
  {
    name: '二十四节气卡 · 霜降',
    type: 'collectible',
    rarity: 'rare',
    value: 36,
    picture: 'card',
    id: 9007199254740992n,
  },
  {
    name: '二十四节气卡 · 大寒',
    type: 'collectible',
    rarity: 'epic',
    value: 48,
    picture: 'card',
    id: 9007199254740993n,
  },
  { name: '红源晶原石', type: 'collectible', rarity: 'rare', value: 60, picture: 'gem' },
  {
    name: '星尘印章',
    type: 'collectible',
    rarity: 'stellar',
    value: 77,
    picture: 'gem',
    about: '稀有度在客户端词典之外的一件。',
  },
  {
    name: '金勺子奖章',
    type: 'collectible',
    rarity: 'epic',
    value: 120,
    picture: 'medal',
    status: 'used',
    usedBy: 'owner',
  },
  {
    name: '旧版会员卡',
    type: 'collectible',
    rarity: 'common',
    value: 5,
    picture: 'card',
    status: 'expired',
    expiresIn: -200,
  },
];

const OTHERS: readonly Line[] = [
  {
    name: '包间布置服务',
    type: 'service',
    rarity: 'rare',
    value: 100,
    merchant: 0,
    about: '气球与灯串，提前一天说明主题。',
    expiresIn: 20,
  },
  { name: '咖啡拉花体验课', type: 'service', rarity: 'epic', value: 150, picture: 'coffee', merchant: 1 },
  { name: '代客泊车一次', type: 'service', rarity: 'common', value: 15, status: 'used', usedBy: 'owner' },
  {
    name: '生肖剪纸定制',
    type: 'service',
    rarity: 'uncommon',
    value: 30,
    picture: 'card',
    status: 'destroyed',
  },
];

export const CATALOGUE: readonly Line[] = [...VOUCHERS, ...PRODUCTS, ...COLLECTIBLES, ...OTHERS];

/** A line for any other customer, cut down to what is simply there. */
export const PLAIN_LINES: readonly Line[] = CATALOGUE.filter(
  (line) => line.status === undefined && line.id === undefined,
);

export interface Merchant {
  merchant_id: number;
  merchant_name: string;
}

export const MERCHANTS: readonly [Merchant, Merchant, Merchant] = [
  { merchant_id: 8, merchant_name: '望江铜锅' },
  { merchant_id: 9, merchant_name: '山茶咖啡' },
  { merchant_id: 12, merchant_name: '云上烘焙' },
];
