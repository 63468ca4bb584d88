// Applying to work here: five fields, kept while they are written, each with its own complaint.
import { component } from '../../../compose/bind/component';
import { whileAttached } from '../../../compose/bind/bound';
import { here } from '../../../compose/bind/here';
import { leaveTo } from '../../../compose/bind/leave';
import { bindStore } from '../../../compose/bind/page';
import { themed } from '../../../compose/bind/theme';
import { entranceUrl, HOME, knownRoute } from '../../../routes';
import { applyFields, mayApply, ROLES, useApply } from '../compose/gate';
import type { Field } from '../stores/apply/form';

/** Where each page leads back to. */
const backs = new WeakMap<object, string | undefined>();

type FieldEvent = WechatMiniprogram.CustomEvent<{ value: string }, object, { field: Field }>;

component({
  behaviors: [themed],
  data: {
    roles: ROLES,
    site_code: '',
    applied_role_text: '',
    phone: '',
    employee_number: '',
    nickname: '',
    site_code_error: '',
    applied_role_text_error: '',
    phone_error: '',
    employee_number_error: '',
    nickname_error: '',
    form_error: '',
    form_retry: false,
    sending: false,
  },
  lifetimes: {
    attached() {
      whileAttached(this, bindStore(this, applyFields()));
    },
  },
  methods: {
    onLoad({ back }: Record<string, string | undefined>) {
      backs.set(this, knownRoute(back)?.url);
      // Opened by its address, by somebody who has nothing to apply for.
      if (!mayApply()) this.toEntrance();
    },
    toEntrance() {
      void leaveTo({ url: entranceUrl(backs.get(this)), tab: false }, HOME);
    },
    onType(event: FieldEvent) {
      const { field } = event.currentTarget.dataset;
      return useApply()?.type(field, event.detail.value) ?? event.detail.value;
    },
    onBlur(event: FieldEvent) {
      useApply()?.check(event.currentTarget.dataset.field);
    },
    onRole(event: WechatMiniprogram.TouchEvent<object, object, { role: string }>) {
      useApply()?.type('applied_role_text', event.currentTarget.dataset.role);
    },
    async onSend() {
      const apply = useApply();
      if (apply !== null && (await here(this, apply.send()))) this.toEntrance();
    },
  },
});
