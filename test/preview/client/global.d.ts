// The global names through which the server's document, the generated scripts and the runtime meet.
import type { PreviewClient, ServerSettings } from './settings';
import type { PreviewGlobal } from '../protocol';

declare global {
  var __preview: PreviewGlobal & PreviewClient;
  var __previewServer: ServerSettings;
}
