// checkbox and radio with their groups.
import { builtin, type BuiltinHost } from './define';
import { builtinAt, type BuiltinHandle } from './handle';
import { drawn } from './templates';

type Kind = 'checkbox' | 'radio';

const box = drawn((write) => (_creating, _text, element, _branch, _loop, slot) => {
  element(
    'h-i',
    {},
    (node, creating) => creating && write.c(node, 'wx-choice-box'),
    () => undefined,
  );
  slot('');
});

const props = {
  value: { type: null, value: '' },
  checked: Boolean,
  disabled: Boolean,
  color: String,
} as const;

function members(group: Element, kind: Kind): BuiltinHandle[] {
  return [...group.querySelectorAll(`wx-${kind}`)].flatMap((element) => builtinAt(element) ?? []);
}

function defineMember(kind: Kind): void {
  builtin(kind, {
    props,
    template: box,
    setup(host) {
      const choose = (): void => {
        const { disabled, checked } = host.props;
        if (disabled || (kind === 'radio' && checked)) return;
        const group = host.element.closest(`wx-${kind}-group`);
        if (kind === 'radio' && group)
          for (const other of members(group, kind)) if (other.component !== host.component) uncheck(other);
        host.set({ checked: !checked });
        builtinAt(group)?.hooks.receive?.('change', host.element);
      };
      host.element.setAttribute('role', kind);
      host.listen('tap', choose);
      return {
        labelTap: choose,
        render({ checked, disabled, color }) {
          host.element.toggleAttribute('checked', checked);
          host.element.toggleAttribute('disabled', disabled);
          host.element.setAttribute('aria-checked', String(checked));
          if (color !== '') host.element.style.setProperty('--choice', color);
        },
      };
    },
  });
}

function uncheck({ component }: BuiltinHandle): void {
  component.setData({ checked: false });
}

function valueOf(host: BuiltinHost<object>, kind: Kind): unknown {
  const chosen = members(host.element, kind)
    .filter(({ component }) => component.data['checked'] === true)
    .map(({ component }) => component.data['value']);
  return kind === 'checkbox' ? chosen : (chosen[0] ?? '');
}

function defineGroup(kind: Kind): void {
  builtin(`${kind}-group`, {
    setup: (host) => ({
      receive: (message) => {
        if (message === 'change') host.emit('change', { value: valueOf(host, kind) });
      },
      field: {
        value: () => valueOf(host, kind),
        reset: () => members(host.element, kind).forEach(uncheck),
      },
    }),
  });
}

export function defineChoices(): void {
  for (const kind of ['checkbox', 'radio'] as const) {
    defineMember(kind);
    defineGroup(kind);
  }
}
