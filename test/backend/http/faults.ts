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
  latencyMs = 0;
  maintenance: Maintenance | null = null;
  /** Requests a minute before `RATE_LIMIT_EXCEEDED`, for one caller. */
  requestsPerMinute = 3000;
  private fails: FailPlan[] = [];
  private drops: DropPlan[] = [];

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
