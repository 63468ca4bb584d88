// wx.previewImage and previewMedia: pictures over the whole screen, swiped sideways, closed by a tap.
import { element } from '../dom';

export interface Shown {
  url: string;
  type: 'image' | 'video';
}

function view({ url, type }: Shown): HTMLElement {
  const made = type === 'video' ? element('video') : element('img');
  made.src = url;
  if (made instanceof HTMLVideoElement) made.controls = true;
  return made;
}

export function showPictures(overlay: HTMLElement, pictures: readonly Shown[], first: number): void {
  const count = element('div.count', { text: `${first + 1} / ${pictures.length}` });
  const track = element('div.pictures-track', {}, ...pictures.map(view));
  track.addEventListener('scroll', () => {
    const at = Math.round(track.scrollLeft / Math.max(1, track.clientWidth));
    count.textContent = `${at + 1} / ${pictures.length}`;
  });
  const shown = element('div.pictures', { role: 'dialog', label: '图片预览' }, track, count);
  shown.addEventListener('click', (event) => {
    if (!(event.target instanceof HTMLVideoElement)) shown.remove();
  });
  overlay.append(shown);
  track.scrollLeft = first * track.clientWidth;
}
