// 任务: a shell. Its body lies in the staff's package.
import { component } from '../../compose/bind/component';
import { openPage } from '../../compose/bind/go';
import { latePage } from '../../compose/bind/late-page';
import { tasksView } from '../../compose/late-view';
import { syncTabBar } from '../../compose/bind/tabs';
import { themed } from '../../compose/bind/theme';
import { isStaff, useStaff } from '../../compose/staff';
import { entranceUrl } from '../../routes';

component({
  behaviors: [themed, latePage(useStaff, isStaff, tasksView)],
  pageLifetimes: {
    show() {
      syncTabBar(this, 'tasks');
    },
  },
  methods: {
    onSignIn() {
      return openPage(entranceUrl());
    },
  },
});
