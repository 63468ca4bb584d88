// The backpack signed out: what it is for, where items come from, how they are used. Fires `signin`, and `staff` for the
// other way in.
import { component } from '../../../compose/bind/component';

const points = [
  { icon: 'gift', title: '东西从哪里来', text: '在门店购买、抽奖或参加活动，得到的券和物品会自动放进来。' },
  { icon: 'qrcode', title: '怎么使用', text: '到店点「去使用」出示券码，店员扫一下就好。' },
  { icon: 'time', title: '不会悄悄过期', text: '快到期的会提前标出来，每件的经过都查得到。' },
];

component({
  data: { points },
  methods: {
    onSignIn() {
      this.triggerEvent('signin');
    },
    onStaff() {
      this.triggerEvent('staff');
    },
  },
});
