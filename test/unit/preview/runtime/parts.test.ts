import { toWebFrame } from '../../../preview/runtime/instance/animate';
import { createChannel } from '../../../preview/runtime/routing/channel';
import { judgeWarning } from '../../../preview/runtime/engine/noise';
import { scopeSheet, themeSheet } from '../../../preview/runtime/engine/sheets';
import { domTag } from '../../../preview/runtime/engine/tags';
import { createEventBus } from '../../../preview/runtime/wiring/event-bus';
import { errorText, describeFault } from '../../../preview/runtime/report/fault';
import { mediaText } from '../../../preview/runtime/query/media-query';
import { convertPage } from '../../../preview/runtime/registration/page-definition';

describe('tags', () => {
  const builtin = (name: string) => name === 'scroll-view';
  it.each([
    ['view', 'wx-view'],
    ['scroll-view', 'wx-scroll-view'],
    ['t-button', 't-button'],
    ['h-div', 'div'],
    ['body', 'body'],
  ])('%s is %s', (tag, dom) => expect(domTag(tag, builtin)).toBe(dom));
});

describe('sheets', () => {
  it('get the scope of their component, or none', () => {
    expect(scopeSheet('.__S__a .__S__b{}', 'card-1')).toBe('.card-1--a .card-1--b{}');
    expect(scopeSheet('.__S__a{}', '')).toBe('.a{}');
  });
  it('follow the simulated theme', () => {
    expect(themeSheet('@media (prefers-color-scheme: dark){}', 'dark')).toBe('@media (min-width: 0px){}');
    expect(themeSheet('@media (prefers-color-scheme:dark){}', 'light')).toBe('@media (max-width: 0px){}');
  });
});

describe('the event channel', () => {
  it('carries to the other end only', () => {
    const { opener, opened } = createChannel();
    const heard: unknown[] = [];
    opener.on('x', (value) => heard.push(['opener', value]));
    opened.once('x', (value) => heard.push(['opened', value]));
    opener.emit('x', 1);
    opener.emit('x', 2);
    opened.emit('x', 3);
    expect(heard).toEqual([
      ['opened', 1],
      ['opener', 3],
    ]);
  });
});

describe('the event bus', () => {
  it('goes on after a listener that throws', () => {
    const faults: string[] = [];
    const bus = createEventBus<{ A: [number] }>((_error, name) => faults.push(name));
    const heard: number[] = [];
    bus.subscribe('A', () => {
      throw new Error('first');
    });
    const stop = bus.subscribe('A', (value) => heard.push(value));
    bus.notify('A', 1);
    stop();
    bus.notify('A', 2);
    expect({ heard, faults, left: bus.count('A') }).toEqual({ heard: [1], faults: ['A', 'A'], left: 1 });
  });
});

describe('Page()', () => {
  it('turns functions into methods, keeps sections, sets other fields on the instance', () => {
    const onLoad = () => undefined;
    const { definition, fields } = convertPage({
      data: { a: 1 },
      storeBindings: [1],
      onLoad,
      timer: 5,
      options: {},
    });
    expect(definition).toEqual({ data: { a: 1 }, storeBindings: [1], options: {}, methods: { onLoad } });
    expect(fields).toEqual({ timer: 5 });
  });
});

describe('animation frames', () => {
  it('join transforms and give numbers their unit', () => {
    expect(
      toWebFrame({
        translate: [10, '5%'],
        rotate: 90,
        scaleX: 2,
        opacity: 0.5,
        offset: 0.2,
        ease: 'ease-in',
      }),
    ).toEqual({
      transform: 'translate(10px, 5%) rotate(90deg) scaleX(2)',
      opacity: 0.5,
      offset: 0.2,
      easing: 'ease-in',
    });
  });
});

describe('warnings', () => {
  it('are silent where WeChat is, low inside npm, loud in the app', () => {
    const unknown = '"foo" is not a valid property';
    const keys = 'Some keys are not unique while list updates: "".';
    expect(judgeWarning(unknown, 'pages/a/a')).toBe('silent');
    expect(judgeWarning(keys, 'miniprogram_npm/t/t')).toBe('debug');
    expect(judgeWarning(keys, 'pages/a/a')).toBe('warn');
    expect(judgeWarning('Cannot find component "x", using default component.', 'pages/a/a')).toBe('warn');
  });
});

describe('faults', () => {
  it('name file and line of what did not compile', () => {
    const diagnostic = { file: 'a.ts', line: 3, column: 1, text: 'bad', frame: '> bad' };
    const error = Object.assign(new Error('x'), { name: 'PreviewBuildError', diagnostic });
    expect(describeFault(error, 'b.js')).toEqual({ message: 'bad', where: 'a.ts:3', stack: '> bad' });
  });
  it('begin with MiniProgramError for the app', () => {
    expect(errorText('plain')).toBe('MiniProgramError\nplain');
  });
});

it('writes media conditions', () => {
  expect(mediaText({ minWidth: 300, orientation: 'portrait' })).toBe(
    '(min-width: 300px) and (orientation: portrait)',
  );
});
