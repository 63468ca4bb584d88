// What a figure of the finance board means, by its key, in both forms in which boards come. A key that nobody knows has none.
import { tableOf } from '../../../format/lookup';

const turnover = '结账金额的总和，优惠抵扣之后。会员用储值付的也算在内，充值本身不算。';
const inflow = '这段时间实际收到的钱：客户现付的消费和储值充值。用储值付的消费不算，它在充值时已经收过。';
const outflow = '这段时间付出的钱：助教分成和各项支出。';
const left = '现金流入减去现金流出。负数表示付出的比收到的多。';
const recharged = '客户存入的储值，不含赠送。它先是欠客户的，消费时才成为收入。';
const discount = '优惠金额占优惠前总额的百分比。';

const meanings = tableOf<string>({
  revenue: turnover,
  payment: '营业额按付款方式分开：现付，和用储值抵扣。',
  visits: '结账的次数。同一位客户来两次算两次。',
  customers: '来过并结账的客户，同一位只算一次。',
  average: '营业额除以到店人次。',
  hours: '球台和包间开台的总时长。',
  discount_rate: discount,
  areas: '营业额按区域分开。',
  recharge: recharged,
  cash_in: inflow,
  cash_out: outflow,
  cash_balance: left,
  'overview.occurrence': '优惠抵扣之前的消费总额。',
  'overview.discount': '各种优惠抵扣的总额。',
  'overview.discount_rate': discount,
  'overview.confirmed_revenue': turnover,
  'overview.cash_in': inflow,
  'overview.cash_out': outflow,
  'overview.cash_balance': left,
  'overview.balance_rate': '现金结余占现金流入的百分比。',
  'recharge.actual_income': recharged,
  'recharge.first_charge': '第一次充值的客户存入的金额。',
  'recharge.renew_charge': '以前充过值的客户再次存入的金额。',
  'recharge.consumed': '客户用储值付掉的消费。',
  'recharge.card_balance': '客户还没有用掉的储值，是现在的数，不随时间筛选变化。',
  'recharge.gift_rows': '充值时赠送的卡券，按种类。',
  'revenue.total': turnover,
  'revenue.structure_rows': '营业额按区域分开。',
  'revenue.price_rows': '优惠抵扣之前的消费，按项目分开。',
  'revenue.channel_rows': '营业额按付款方式分开。',
  'cashflow.total': inflow,
  'expense.total': outflow,
  'coach_analysis.basic': '基础课里助教得到的分成，按级别。',
  'coach_analysis.incentive': '激励课里助教得到的分成，按级别。',
});

export const metricMeaning = (key: string): string => meanings[key] ?? '';
