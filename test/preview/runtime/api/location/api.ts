// wx.getLocation and its family: this phone stands at one place, and asks whether the program may know it.
import type { HostPorts } from '../../ports/host';
import { optional, required, type Options } from '../check';
import { ApiFailure } from '../failure';
import type { ApiState } from '../state';
import { ask } from '../stand-ins/ask';
import type { ApiTable, Result } from '../table';

const SCOPE = 'scope.userLocation';

const REPORTED = { speed: 0, accuracy: 15, altitude: 0, verticalAccuracy: 0, horizontalAccuracy: 15 };

/** WeChat moves the dot only when it is really another one; a program hears this often while it listens. */
const EVERY_MS = 3000;

export function addLocation(
  table: ApiTable,
  ports: HostPorts,
  { account, position, privacy }: ApiState,
): void {
  const allowed = async (api: string): Promise<void> => {
    await privacy.need(api);
    if (account.isGranted(SCOPE)) return;
    await ask(ports, '获取你的位置信息', '允许').catch(() => {
      throw new ApiFailure('auth deny');
    });
    account.grant(SCOPE);
  };
  const here = (): Result => {
    const { latitude, longitude } = position.place;
    return { latitude, longitude, ...REPORTED };
  };
  const choose = async (api: string): Promise<Result> => {
    await privacy.need(api);
    await ask(ports, '选择位置', position.place.name);
    return { ...position.place };
  };
  table.async('getLocation', async () => {
    await allowed('getLocation');
    return here();
  });
  table.async('getFuzzyLocation', async () => {
    await allowed('getFuzzyLocation');
    const { latitude, longitude } = position.place;
    return { latitude: Number(latitude.toFixed(2)), longitude: Number(longitude.toFixed(2)) };
  });
  table.async('chooseLocation', () => choose('chooseLocation'));
  table.async('choosePoi', async () => ({ ...(await choose('choosePoi')), type: 1, city: '' }));
  table.async('openLocation', async (options: Options) => {
    const { latitude, longitude } = required(options, { latitude: 'Number', longitude: 'Number' });
    const { name = '' } = optional(options, { name: 'String' });
    await ask(ports, `地图：${name} ${latitude}, ${longitude}`, '返回');
  });

  const changed = table.event<Result>('LocationChange');
  table.event('LocationChangeError');
  let timer: ReturnType<typeof setInterval> | undefined;
  const tell = (): void => {
    if (timer !== undefined) changed.emit(here());
  };
  position.onMove(tell);
  for (const name of ['startLocationUpdate', 'startLocationUpdateBackground'])
    table.async(name, async () => {
      await allowed(name);
      timer ??= setInterval(tell, EVERY_MS);
    });
  table.async('stopLocationUpdate', () => {
    clearInterval(timer);
    timer = undefined;
  });
  const names =
    'getLocation getFuzzyLocation chooseLocation choosePoi openLocation startLocationUpdate ' +
    'startLocationUpdateBackground stopLocationUpdate onLocationChange offLocationChange onLocationChangeError ' +
    'offLocationChangeError';
  table.standIn('this phone stands at one place; __host.moveTo says another', names.split(' '));
}
