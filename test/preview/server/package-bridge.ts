// Subpackages come over the simulated network: the client asks here first, and fetches the script when it would have come.
import type { ServerResponse } from 'node:http';
import type { PackageAnswer } from '../protocol';
import type { BridgeContext } from './http-bridge';
import { mimeOf } from './mime';
import { sendText } from './reply';

/** A download without an answer fails after this long. */
const GIVEN_UP_MS = 60_000;

/**
 * Answers one `GET /@bridge/package`, of so many bytes. A failure is not told by a status, because a browser writes
 * those into its console and a phone does not.
 */
export function bridgePackage(
  response: ServerResponse,
  bytes: number,
  { shaping, random, line }: Pick<BridgeContext, 'shaping' | 'random' | 'line'>,
): void {
  const answer = (passed: boolean): void => {
    const said: PackageAnswer = { passed };
    sendText(response, 200, mimeOf('.json'), JSON.stringify(said));
  };
  const { offline, latencyMs, lossRate } = shaping();
  const lost = lossRate > 0 && random() < lossRate;
  // A phone that goes offline during the download does not get the package.
  const arrive = (): void => answer(!lost && !shaping().offline);
  const slow = lost ? GIVEN_UP_MS : latencyMs + line.wait(bytes);
  const wait = offline ? 0 : slow;
  if (wait === 0) return arrive();
  const timer = setTimeout(arrive, wait);
  response.once('close', () => clearTimeout(timer));
}
