// The made-up shops that items belong to.

export interface Merchant {
  merchant_id: number;
  merchant_name: string;
}

export const MERCHANTS: readonly [Merchant, Merchant, Merchant] = [
  { merchant_id: 8, merchant_name: '望江铜锅' },
  { merchant_id: 9, merchant_name: '山茶咖啡' },
  { merchant_id: 12, merchant_name: '云上烘焙' },
];
