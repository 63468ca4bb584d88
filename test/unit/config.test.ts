import { developerOverrides } from '../../miniprogram/compose/start';
import { configFor } from '../../miniprogram/config';
import type { Environment } from '../../miniprogram/config';
import { createMemoryStorage } from '../support/memory-storage';
import { createNodePlatform } from '../support/node-platform';

const wanted = { profile: 'deployed', origin: 'http://127.0.0.1:9001' };

describe('the configuration', () => {
  test('development speaks to this machine, documented by default', () => {
    expect(configFor('development')).toMatchObject({
      v4_origin: 'http://127.0.0.1:8901',
      v4_base_path: '/api/v4',
      xcx_base_path: '/api/xcx',
      route_profile: 'documented',
    });
  });

  test.each<Environment>(['trial', 'release'])('%s is https and takes no override', (environment) => {
    const config = configFor(environment, wanted);
    expect(config).toEqual(configFor(environment));
    expect(config.v4_origin).toMatch(/^https:/);
    expect(config.xcx_origin).toMatch(/^https:/);
    expect(config.route_profile).toBe('documented');
  });

  test('a developer may choose the profile and the origin; nonsense is ignored', () => {
    expect(configFor('development', wanted)).toMatchObject({
      route_profile: 'deployed',
      v4_origin: wanted.origin,
      xcx_origin: wanted.origin,
    });
    expect(configFor('development', { profile: 'x', origin: 'javascript:1' })).toEqual(
      configFor('development'),
    );
  });

  test('the launch query’s choice is kept for the next start, until another is made', () => {
    const storage = createMemoryStorage();
    const start = (query: Record<string, string>) =>
      developerOverrides(createNodePlatform({ storage, query }));
    expect(start({})).toEqual({});
    const query = { profile: 'deployed', origin: encodeURIComponent(wanted.origin) };
    expect(start(query)).toEqual(wanted);
    expect(start({})).toEqual(wanted);
    expect(start({ profile: 'documented', origin: '%' })).toEqual({
      profile: 'documented',
      origin: wanted.origin,
    });
  });

  test('a released app reads no override at all', () => {
    const platform = createNodePlatform({ query: wanted });
    const released = { ...platform.device, info: { ...platform.device.info, env: 'release' as const } };
    expect(developerOverrides({ ...platform, device: released })).toEqual({});
    expect(platform.phone.storage.entries.size).toBe(0);
  });
});
