// The program's components without their logic: data, properties and templates alone. What WeChat's view layer renders from.
import { componentSpaceOf, createSpace, type CodeSpace } from '../engine/engine';
import { builtinFacts } from '../builtins/define';
import { rawBehavior } from '../registration/behaviors';
import { clonePlain, isBag, type Bag, type Definition } from '../registration/definition';

export interface TwinSource {
  /** What a file handed to Page() or Component(); undefined when it did so in another way. */
  definition(path: string): Definition | undefined;
  /** Adds template, configuration and sheet of a component. */
  fill(space: CodeSpace, path: string): void;
}

export class Twin {
  readonly space = createSpace('rendering');
  private readonly known = new Set<string>();
  private readonly behaviors = new Map<unknown, unknown>();

  constructor(private readonly source: TwinSource) {
    this.space.addStyleSheet('app', 'app');
    const components = componentSpaceOf(this.space);
    for (const [name, { component }] of builtinFacts()) components.setGlobalUsingComponent(name, component);
  }

  /**
   * Registers what a page needs, and the page with this data in place of its own.
   * @param paths components first, the page last
   */
  prepare(paths: readonly string[], data: Bag): void {
    const page = paths.at(-1);
    for (const path of paths) {
      const definition = this.source.definition(path);
      if (definition === undefined || (this.known.has(path) && path !== page)) continue;
      if (!this.known.has(path)) this.source.fill(this.space, path);
      this.known.add(path);
      const looks = this.looksOf(definition);
      this.space
        .component(path)
        .definition(path === page ? { ...looks, data } : looks)
        .register();
    }
  }

  private looksOf({ properties, data, options, behaviors, externalClasses }: Definition): Definition {
    return {
      ...(properties ? { properties: withoutObservers(properties) } : {}),
      ...(data === undefined ? {} : { data: clonePlain(data) }),
      ...(options ? { options } : {}),
      ...(externalClasses === undefined ? {} : { externalClasses }),
      behaviors: (behaviors ?? []).flatMap((behavior) => this.behavior(behavior) ?? []),
    };
  }

  private behavior(behavior: unknown): unknown {
    const raw = rawBehavior(behavior);
    if (raw === undefined) return undefined;
    const known = this.behaviors.get(behavior);
    if (known !== undefined) return known;
    const looks = this.looksOf(raw);
    // The engine cannot lay an object over a null of a behavior.
    const data = isBag(looks.data) ? { data: withoutNulls(looks.data) } : {};
    const own = this.space
      .behavior()
      .definition({ ...looks, ...data })
      .register();
    this.behaviors.set(behavior, own);
    return own;
  }
}

const withoutNulls = (data: Bag): Bag =>
  Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));

function withoutObservers(properties: Bag): Bag {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      if (!isBag(property)) return [name, property];
      const { observer: _observer, ...rest } = property;
      return [name, rest];
    }),
  );
}
