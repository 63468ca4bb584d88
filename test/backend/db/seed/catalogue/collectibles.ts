// Collectibles, among them two neighbours beyond 2^53 and a rarity that no dictionary knows.
import type { Line } from './line';

export const COLLECTIBLES: readonly Line[] = [
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
