// Hands the compiled mini program to glass-easel: templates, static configuration, style sheets with their scopes.
import type { ComponentJson, SetupConfig } from '../protocol';
import type { PageBackend } from './engine/backend';
import { codeSpace, componentSpace, type ComponentType } from './engine/engine';
import { keepingProperties, type TemplateContent } from './engine/late-properties';

/** @returns the configuration objects by path, as the registration may still complete them */
export function fillCodeSpace(config: SetupConfig): Map<string, ComponentJson> {
  const groups = config.templates();
  const jsons = new Map<string, ComponentJson>();
  codeSpace.addStyleSheet('app', 'app');
  let scopes = 0;
  for (const [path, { json, page }] of Object.entries(config.comps)) {
    const own = staticConfig(json, page);
    jsons.set(path, own);
    codeSpace.addComponentStaticConfig(path, own);
    const content = contentOf(groups[path], own);
    if (content !== undefined) {
      // `bindtap` without a colon also works on elements that are no components
      codeSpace.addCompiledTemplate(path, { groupList: groups, content, fallbackListenerOnNativeNode: true });
    }
    const sheet = config.css[path] === undefined ? undefined : path;
    codeSpace.addStyleSheet(
      path,
      sheet,
      `${path.slice(path.lastIndexOf('/') + 1)}-${(scopes++).toString(36)}`,
    );
  }
  return jsons;
}

function contentOf(content: unknown, { componentPlaceholder }: ComponentJson): unknown {
  if (componentPlaceholder === undefined) return content;
  return keepingProperties(content as TemplateContent, new Set(Object.keys(componentPlaceholder)));
}

/** The classes of a page reach into components that share styles, so a page is `shared` unless it says otherwise. */
function staticConfig(json: ComponentJson, page: boolean): ComponentJson {
  if (!page) return { ...json, component: true };
  const { component: _component, ...rest } = json;
  return { ...rest, styleIsolation: json.styleIsolation ?? 'shared' };
}

/** Adds the sheets of a component that came after its page was opened, and of all it uses. */
export function addLateSheets(backend: PageBackend, path: string): void {
  const definition = componentSpace.getComponentByUrlWithoutDefault(`/${path}`, '');
  if (!definition) return;
  const add = (one: ComponentType): void => {
    backend.appendStyleSheetPath(one.is, one.getComponentOptions().styleScope ?? 0);
  };
  definition.getComponentDependencies().forEach(add);
  add(definition);
}
