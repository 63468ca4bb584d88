// What a judge finds.
export interface Problem {
  kind: 'lost' | 'duplicated' | 'out of order' | 'stuck' | 'leaked' | 'failed' | 'code lost';
  what: string;
}
