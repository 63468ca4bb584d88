// The staff's way in: signs in by WeChat, then shows where the review of the person stands.
import { useCore } from '../../../compose/bind/page';
import { themed } from '../../../compose/bind/theme';
import { TAB_URLS } from '../../../routes';

Component({
  behaviors: [themed],
  methods: {
    async onSignIn() {
      const user = await useCore().session.signInStaff();
      if (user.status === 'approved') void wx.switchTab({ url: TAB_URLS.tasks });
    },
  },
});
