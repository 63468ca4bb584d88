// Signing in by phone and code; says why it is needed, and leads back to where the person was.
import { component } from '../../../compose/bind/component';
import { whileAttached } from '../../../compose/bind/bound';
import { here } from '../../../compose/bind/here';
import { showPrivacy } from '../../../compose/bind/dialogs';
import { bindStore } from '../../../compose/bind/page';
import { leaveTo } from '../../../compose/bind/leave';
import { themed } from '../../../compose/bind/theme';
import { explainEnded, isSignedIn, shopName, signInFields, useSignIn } from '../compose/sign-in';
import { avatarLetter } from '../../../format/person';
import { HOME, knownRoute } from '../../../routes';
import type { Route } from '../../../routes';
import type { SignedIn } from '../stores/sign-in/sign-in';

interface Opened {
  back: Route | null;
  unwatch?: () => void;
}
const pages = new WeakMap<object, Opened>();

component({
  behaviors: [themed],
  data: {
    mobile: '',
    code: '',
    agreed: false,
    sending: false,
    signing_in: false,
    mobile_error: '',
    code_error: '',
    asking: false,
    form_error: '',
    form_retry: false,
    sent_text: '',
    sent: true,
    waiting: false,
    send_text: '',
    can_send: false,
    submit_text: '',
    welcome: false,
    signed_in: false,
    reason: '',
    code_focus: false,
    /** The field that is being typed in. */
    field: '',
    shop: '',
    mark: '',
  },
  lifetimes: {
    attached() {
      pages.set(this, { back: null });
      this.setData({ shop: shopName(), mark: avatarLetter(shopName()) });
      whileAttached(this, bindStore(this, { ...signInFields(useSignIn()), signed_in: isSignedIn }));
    },
    detached() {
      pages.get(this)?.unwatch?.();
      useSignIn().leave();
    },
  },
  pageLifetimes: {
    show() {
      const opened = pages.get(this);
      if (opened) opened.unwatch = useSignIn().watch();
    },
    hide() {
      pages.get(this)?.unwatch?.();
    },
  },
  methods: {
    onLoad(query: Record<string, string | undefined>) {
      const opened = pages.get(this);
      if (opened) opened.back = knownRoute(query['back']);
      this.setData({ reason: explainEnded(query['reason']) });
      if (isSignedIn()) this.goBack();
    },
    onMobile(event: WechatMiniprogram.Input) {
      useSignIn().typeMobile(event.detail.value);
      return useSignIn().mobile;
    },
    onFocus(event: WechatMiniprogram.TouchEvent<object, object, { field: string }>) {
      this.setData({ field: event.currentTarget.dataset.field });
    },
    onMobileBlur() {
      this.setData({ field: '' });
      useSignIn().checkMobile();
    },
    onCode(event: WechatMiniprogram.Input) {
      if (useSignIn().typeCode(event.detail.value)) void this.onSubmit();
      return useSignIn().code;
    },
    onCodeBlur() {
      this.setData({ code_focus: false, field: '' });
    },
    onAgree(event: WechatMiniprogram.CustomEvent<{ checked: boolean }>) {
      useSignIn().agree(event.detail.checked);
    },
    async onAnswer(event: WechatMiniprogram.CustomEvent<{ agreed: boolean }>) {
      this.done(await here(this, useSignIn().answer(event.detail.agreed)));
    },
    onPrivacy: showPrivacy,
    async onSend() {
      if (await here(this, useSignIn().sendCode())) this.setData({ code_focus: true });
    },
    async onSubmit() {
      this.done(await here(this, useSignIn().signIn()));
    },
    async onRetry() {
      this.done(await here(this, useSignIn().retry()));
    },
    /** Somebody new is welcomed first. */
    done(signed_in: SignedIn | boolean) {
      if (signed_in === 'new') this.setData({ welcome: true });
      else if (signed_in === 'known') this.goBack();
    },
    goBack() {
      void leaveTo(pages.get(this)?.back ?? null, HOME);
    },
  },
});
