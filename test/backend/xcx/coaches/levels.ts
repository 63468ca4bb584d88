// How a coach's level is painted.

const COLORS: Readonly<Record<string, string>> = {
  star: '#FF6B6B',
  senior: '#FFA726',
  middle: '#42A5F5',
  junior: '#66BB6A',
};

export const levelColor = (levelClass: string): string => COLORS[levelClass] ?? '#9E9E9E';
