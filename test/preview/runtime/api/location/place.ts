// Where this phone is: a fixed place until a test or the panel says another.

export interface Place {
  latitude: number;
  longitude: number;
  name: string;
  address: string;
}

/** The tower that every map of Guangzhou shows. */
const USUAL: Place = {
  latitude: 23.10647,
  longitude: 113.32446,
  name: '广州塔',
  address: '广东省广州市海珠区阅江西路222号',
};

export class Position {
  private now = USUAL;
  private readonly listeners = new Set<() => void>();

  get place(): Readonly<Place> {
    return this.now;
  }

  move(place: Partial<Place>): void {
    this.now = { ...this.now, ...place };
    for (const listener of [...this.listeners]) listener();
  }

  onMove(listener: () => void): void {
    this.listeners.add(listener);
  }
}
