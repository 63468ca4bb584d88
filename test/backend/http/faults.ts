// Weather on demand: slow answers, failing answers, lost connections, maintenance. Set by the dev panel.
import type { FastifyReply, FastifyRequest } from 'fastify';

export interface FailPlan {
  count: number;
  status: number;
  code: string;
  message: string;
  data: Record<string, unknown>;
  prefix: string;
}

export interface DropPlan {
  count: number;
  /** `before`: the request is never handled. `after`: it is handled, and its answer is lost. */
  when: 'before' | 'after';
  prefix: string;
}

export interface Maintenance {
  message: string;
  /** ISO time or null when unknown. */
  end_time: string | null;
}

export class Faults {
  maintenance: Maintenance | null = null;
  /** Requests a minute before `RATE_LIMIT_EXCEEDED`, for one caller. */
  requestsPerMinute = 3000;
  private fails: FailPlan[] = [];
  private drops: DropPlan[] = [];
  private latency = 0;
  /** What looks at a change of the latency: one for each call that it delays. */
  private readonly delayed = new Set<(isAnswered: boolean) => void>();

  get latencyMs(): number {
    return this.latency;
  }

  /** Also for the calls that wait already: one that has waited as long goes on. */
  set latencyMs(ms: number) {
    this.latency = ms;
    for (const look of this.delayed) look(true);
  }

  /** Delays a call. @returns false when nobody wants its answer any more */
  delay(): Promise<boolean> {
    const since = performance.now();
    return new Promise((resolve) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const look = (isAnswered: boolean): void => {
        clearTimeout(timer);
        const leftMs = since + this.latency - performance.now();
        if (isAnswered && leftMs > 0) {
          timer = setTimeout(() => look(true), leftMs);
          return;
        }
        this.delayed.delete(look);
        resolve(isAnswered);
      };
      this.delayed.add(look);
      look(true);
    });
  }

  /** The calls that are delayed now are never handled. */
  dropDelayed(): void {
    for (const look of this.delayed) look(false);
  }

  fail(plan: FailPlan): void {
    this.fails.push(plan);
  }

  drop(plan: DropPlan): void {
    this.drops.push(plan);
  }

  /** Takes one planned failure for this path, or undefined. */
  takeFail(path: string): FailPlan | undefined {
    return take(this.fails, (plan) => path.startsWith(plan.prefix));
  }

  takeDrop(path: string, when: DropPlan['when']): boolean {
    return take(this.drops, (plan) => plan.when === when && path.startsWith(plan.prefix)) !== undefined;
  }

  clear(): void {
    this.latencyMs = 0;
    this.maintenance = null;
    this.requestsPerMinute = 3000;
    this.fails = [];
    this.drops = [];
  }
}

function take<T extends { count: number }>(plans: T[], fits: (plan: T) => boolean): T | undefined {
  const plan = plans.find((candidate) => candidate.count > 0 && fits(candidate));
  if (plan !== undefined) plan.count -= 1;
  return plan;
}

/** Closes the connection without an answer, as a lost network does. */
export function hangUp(request: FastifyRequest, reply: FastifyReply): void {
  reply.hijack();
  request.raw.socket.destroy();
}
