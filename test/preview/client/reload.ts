// Listens to the server: a new build reloads the page (the route stays in the hash), a faulty one is shown in place.
import type { ReloadEvent, Shaping } from '../protocol';
import { showDiagnostics } from './overlay';

type ServerEvent = ReloadEvent | { type: 'shaping'; shaping: Shaping };

/** @param onShaping the network of this session was changed from outside */
export function listenToServer(session: string, onShaping: (shaping: Shaping) => void): void {
  let buildId: number | null = null;
  const source = new EventSource(`/@events?${new URLSearchParams({ session }).toString()}`);
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as ServerEvent;
    if (event.type === 'shaping') return onShaping(event.shaping);
    // A restarted server says hello with another build.
    if (buildId !== null && event.buildId !== buildId) return location.reload();
    buildId = event.buildId;
    return showDiagnostics(event.diagnostics);
  };
}
