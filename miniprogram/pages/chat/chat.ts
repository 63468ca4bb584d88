// 客服: a shell. Its body, the session list, lies in the customers' package with the whole of customer service.
import { component } from '../../compose/bind/component';
import { openPage } from '../../compose/bind/go';
import { latePage } from '../../compose/bind/late-page';
import { chatView } from '../../compose/late-view';
import { useCore } from '../../compose/bind/page';
import { syncTabBar } from '../../compose/bind/tabs';
import { themed } from '../../compose/bind/theme';
import { useMember } from '../../compose/member';
import { signInUrl } from '../../routes';

const isCustomer = (): boolean => useCore().session.customer.state === 'signed_in';

component({
  behaviors: [themed, latePage(useMember, isCustomer, chatView)],
  pageLifetimes: {
    show() {
      syncTabBar(this, 'chat');
    },
  },
  methods: {
    onSignIn() {
      void openPage(signInUrl());
    },
  },
});
