// image and cover-image: all modes, lazy loading, load and error events.
import type { Sources } from '../api/sources';
import { builtin } from './define';
import { empty } from './templates';

const FITS: Readonly<Record<string, string>> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
};

const props = {
  src: String,
  mode: { type: String, value: 'scaleToFill' },
  lazyLoad: Boolean,
} as const;

export function defineImages(sources: () => Sources): void {
  for (const name of ['image', 'cover-image']) {
    builtin(name, {
      props,
      ignores: 'webp fadeIn forceHttps showMenuByLongpress referrerPolicy',
      template: empty,
      setup(host) {
        const picture = host.document.createElement('img');
        picture.draggable = false;
        picture.alt = '';
        host.element.append(picture);
        picture.addEventListener('load', () => {
          host.element.toggleAttribute('loaded', true);
          host.emit('load', { width: picture.naturalWidth, height: picture.naturalHeight });
        });
        picture.addEventListener('error', () => {
          host.element.toggleAttribute('loaded', false);
          host.emit('error', { errMsg: `GET ${host.props.src} 404 (Not Found)` });
        });
        return {
          changed: {
            // Before `src`, or the browser has begun to load.
            lazyLoad: (lazy) => void (picture.loading = lazy ? 'lazy' : 'eager'),
            src(source) {
              if (source === '') picture.removeAttribute('src');
              else picture.src = sources().url(source, host.owner());
            },
            mode(mode) {
              host.element.setAttribute('mode', mode);
              const fit = FITS[mode];
              picture.style.objectFit = fit ?? 'none';
              // `top left` and the like show the picture unscaled at that edge.
              picture.style.objectPosition = fit === undefined ? mode : '';
            },
          },
        };
      },
    });
  }
}
