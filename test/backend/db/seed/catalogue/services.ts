// A type that the contract does not list: clients must treat item types as open.
import type { Line } from './line';

export const SERVICES: readonly Line[] = [
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
