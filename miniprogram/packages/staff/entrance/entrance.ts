// The staff's way in: signs in by WeChat, then shows where the review of the person stands.
import { component } from '../../../compose/bind/component';
import { openTab } from '../../../compose/bind/go';
import { here } from '../../../compose/bind/here';
import { useCore } from '../../../compose/bind/page';
import { themed } from '../../../compose/bind/theme';
import { TAB_URLS } from '../../../routes';

component({
  behaviors: [themed],
  methods: {
    async onSignIn() {
      const user = await here(this, useCore().session.signInStaff());
      if (user.status === 'approved') await here(this, openTab(TAB_URLS.tasks));
    },
  },
});
