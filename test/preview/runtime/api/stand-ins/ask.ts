// Replaces what WeChat asks a person outside the program's pages by one question of the preview: was it done or not.
import type { HostPorts } from '../../ports/host';
import { chooseAction } from '../../shell/overlay/action-sheet';
import { ApiFailure } from '../failure';

/**
 * @param title what would happen on a phone
 * @throws ApiFailure "cancel" when the person does not want it
 */
export async function ask({ shell }: HostPorts, title: string, action: string): Promise<void> {
  const chosen = await chooseAction(shell.overlay, [action], { title: `${title}（预览）` });
  if (chosen === null) throw new ApiFailure('cancel');
}
