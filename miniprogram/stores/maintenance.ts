// Whether the V4 backend is under maintenance, as it said itself. Observable (MobX).

export type MaintenanceState =
  { state: 'none' } | { state: 'maintenance'; message: string; end_time?: string };

export interface MaintenanceStore {
  readonly current: MaintenanceState;
  begin(message: string, end_time: string | undefined): void;
  /** Any good answer ends it. */
  end(): void;
}
