// What an agent does at the desk while a test holds the customer's phone.
import type { Backend } from '../../backend';

async function act(backend: Backend, session_id: string, what: string, body: object): Promise<void> {
  const response = await fetch(`${backend.url}/desk/sessions/${session_id}/${what}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`the desk answered ${response.status}: ${await response.text()}`);
}

export const agentSays = (backend: Backend, session_id: string, content: string): Promise<void> =>
  act(backend, session_id, 'send', { content });
