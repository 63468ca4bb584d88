// Where a link leads whose page this app does not have, or has no more.
import { component } from '../../compose/bind/component';
import { openTab } from '../../compose/bind/go';
import { themed } from '../../compose/bind/theme';
import { HOME } from '../../routes';

component({
  behaviors: [themed],
  methods: {
    onHome() {
      return openTab(HOME);
    },
  },
});
