// Good replies to spoil: those recorded of the V4 backend, and those of the reference backend's staff side.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BackendName } from '../../../miniprogram/api/errors';
import type { Route } from '../../../miniprogram/api/route';
import type { Schema } from '../../../miniprogram/api/schema';
import { xcxRoutes } from '../../../miniprogram/api/xcx/routes';
import { recordedSection } from '../recorded/read';
import { at, textAt } from '../backend/support/client';
import { startStaff } from '../backend/xcx/client';
import { v4RouteOf, XCX_SCHEMAS } from './schemas';

export interface Sample {
  backend: BackendName;
  route: Route;
  schema: Schema<unknown> | undefined;
  status: number;
  text: string;
}

/** Every recorded reply of a route that the app calls. */
export function recordedSamples(): Sample[] {
  const files = readdirSync(join(__dirname, '../recorded/v4-july')).filter((name) => name.endsWith('.json'));
  return files.flatMap((file) =>
    recordedSection(file.slice(0, 2)).entries.flatMap((entry) => {
      if (entry.kind !== 'http' || entry.reply === undefined) return [];
      const known = v4RouteOf(entry.method ?? '', entry.path ?? '');
      if (known === undefined) return [];
      return [
        { backend: 'v4' as const, ...known, status: entry.status ?? 200, text: JSON.stringify(entry.reply) },
      ];
    }),
  );
}

type Name = keyof typeof xcxRoutes;
const PATHS: [name: Name, path: string][] = [
  ['me', '/me'],
  ['tasks', '/tasks'],
  ['notes', '/notes'],
  ['performance', '/performance?year=2026&month=11'],
  ['performance_records', '/performance/records?year=2026&month=11'],
  ['coach_board', '/board/coaches?sort=perf_desc&skill=ALL&time=month'],
  ['customer_board', '/board/customers?dimension=recall&project=ALL'],
  ['finance_board', '/board/finance?time=month&area=all&compare=1'],
  ['chats', '/chat/history'],
  ['skill_types', '/config/skill-types'],
];

/** What the staff backend answers in both profiles. */
export async function staffSamples(): Promise<Sample[]> {
  return [...(await samplesOf('documented')), ...(await samplesOf('deployed'))];
}

/** To a manager, and to a coach about a task and its customer. */
async function samplesOf(profile: 'documented' | 'deployed'): Promise<Sample[]> {
  const staff = await startStaff({ profile });
  try {
    const samples: Sample[] = [];
    const take = async (name: Name, path: string, token: string) => {
      const { status, text, json } = await staff.staff('GET', path, token);
      if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
      samples.push({ backend: 'xcx', route: xcxRoutes[name], schema: XCX_SCHEMAS[name], status, text });
      return at(json, 'data');
    };
    const manager = await staff.enter('demo-manager');
    for (const [name, path] of PATHS) await take(name, path, manager);
    const coach = await staff.enter('demo-coach');
    const list = await take('tasks', '/tasks', coach);
    const task = await take('task', `/tasks/${textAt(list, 'items', 0, 'id')}`, coach);
    const customer_id = textAt(task, 'customer_id');
    await take('customer', `/customers/${customer_id}`, coach);
    await take('customer_records', `/customers/${customer_id}/records?year=2026&month=11`, coach);
    if (profile === 'deployed') await take('coach', '/coaches/1', coach);
    return samples;
  } finally {
    await staff.backend.close();
  }
}
