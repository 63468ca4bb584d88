// A network that a test switches off and on. Observable, as the real store is.
import { makeAutoObservable } from 'mobx-miniprogram';

export class FakeNetwork {
  connected = true;

  constructor() {
    makeAutoObservable(this);
  }

  set(connected: boolean): void {
    this.connected = connected;
  }
}
