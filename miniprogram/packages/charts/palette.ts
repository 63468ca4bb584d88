// Colours of what is drawn on a canvas, where no style sheet reaches. Two hues besides grey, each in a strong and a quiet
// step; those that are tokens of the style sheets too have the same values (a test compares them).

export interface Palette {
  /** Of slices, in their order; more slices begin anew, since each has its name beside it. */
  slices: readonly string[];
  strong: string;
  quiet: string;
  /** What no slice takes. */
  track: string;
  surface: string;
  line: string;
  text: string;
  words: string;
  faint: string;
  brand: string;
}

export const palettes: Readonly<Record<'light' | 'dark', Palette>> = {
  light: {
    slices: ['#0a6c70', '#4fa0a1', '#c27800', '#84918f'],
    strong: '#0a6c70',
    quiet: '#4fa0a1',
    track: '#eaf0ef',
    surface: '#ffffff',
    line: '#c3cdcc',
    text: '#172121',
    words: '#4c5a5a',
    faint: '#5e6c6c',
    brand: '#0a6c70',
  },
  dark: {
    slices: ['#5fcfc8', '#34918b', '#f7ba5c', '#73817f'],
    strong: '#5fcfc8',
    quiet: '#34918b',
    track: '#243030',
    surface: '#182020',
    line: '#445150',
    text: '#e8efee',
    words: '#b3c0bf',
    faint: '#9aa9a8',
    brand: '#5fcfc8',
  },
};
