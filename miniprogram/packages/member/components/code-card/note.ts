// The words in the place of a QR, by why there is none.
import { tableOf } from '../../../../format/lookup';

export interface Note {
  title: string;
  text: string;
  /** Trying again may help now. */
  retry: boolean;
}

const notes = tableOf<Note>({
  loading: { title: '', text: '正在获取二维码…', retry: false },
  expired: { title: '二维码已过期', text: '正在更新…', retry: true },
  offline: { title: '二维码已过期', text: '等待网络恢复后自动更新', retry: true },
  failed: { title: '二维码更新失败', text: '稍后会自动再试', retry: true },
  hidden: { title: '', text: '', retry: false },
});
const none: Note = { title: '', text: '', retry: false };

/** @param face see `QrFace`; a valid code needs no words */
export function noteOf(face: string): Note {
  return notes[face] ?? none;
}
