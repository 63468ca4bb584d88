// Whether there is a network, and which kind. Observable (MobX).

export interface NetworkStore {
  /** True until the phone says otherwise. */
  readonly connected: boolean;
  /** wifi, 2g … 5g, unknown, none. */
  readonly type: string;
  dispose(): void;
}
