// swiper: items side by side (or one above the other), dragged or moved by the program, optionally in a circle.
import { builtin } from './define';
import { SwiperMotion } from './swiper-motion';
import { ignoredBySwiper, swiperProperties } from './swiper-properties';
import { drawn } from './templates';

const layout = drawn((write) => (_creating, _text, element) => {
  const classed = (name: string) => (node: unknown, creating: boolean) => creating && write.c(node, name);
  element('h-div', {}, classed('wx-swiper-view'), (_c, _t, inner) =>
    inner('h-div', {}, classed('wx-swiper-track'), (_c2, _t2, _e2, _b, _l, slot) => slot('')),
  );
  element('h-div', {}, classed('wx-swiper-dots'), () => undefined);
});

export function defineSwiper(): void {
  builtin('swiper', {
    props: swiperProperties,
    ignores: ignoredBySwiper,
    template: layout,
    setup(host) {
      const motion = new SwiperMotion(host);
      let observer: MutationObserver | null = null;
      let timer: ReturnType<typeof setInterval> | undefined;
      const schedule = (): void => {
        clearInterval(timer);
        if (host.props.autoplay) timer = setInterval(() => motion.next(), host.props.interval);
      };
      return {
        changed: {
          current: (index) => motion.goTo(index),
          currentItemId: (id) => motion.goToItem(id),
          autoplay: schedule,
          interval: schedule,
        },
        attached() {
          observer = new host.window.MutationObserver(() => motion.itemsChanged());
          observer.observe(motion.track, { childList: true });
          motion.itemsChanged();
          schedule();
        },
        detached() {
          observer?.disconnect();
          clearInterval(timer);
        },
        render: () => motion.layout(),
      };
    },
  });
}
