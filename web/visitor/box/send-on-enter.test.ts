import { afterEach, expect, test, vi } from 'vitest';
import { isSendingEnter } from './send-on-enter.ts';

afterEach(() => vi.unstubAllGlobals());

const press = (more: Partial<KeyboardEvent> = {}) =>
  ({ key: 'Enter', shiftKey: false, ctrlKey: false, metaKey: false, isComposing: false, keyCode: 13, ...more }) as KeyboardEvent;

test.each([
  ['Enter', {}, { first: false, thread: true, touch: false }],
  ['Ctrl+Enter', { ctrlKey: true }, { first: true, thread: true, touch: true }],
  ['Cmd+Enter', { metaKey: true }, { first: true, thread: true, touch: true }],
  ['Shift+Enter', { shiftKey: true }, { first: false, thread: false, touch: false }],
  ['Enter of an input method', { isComposing: true }, { first: false, thread: false, touch: false }],
  ['Ctrl+Enter of an input method', { isComposing: true, ctrlKey: true }, { first: false, thread: false, touch: false }],
  ['Enter of an input method in Safari', { keyCode: 229 }, { first: false, thread: false, touch: false }],
])('%s sends a first message, a further one, and one on a touch screen, or not', (_, more, sends) => {
  const onTouch = (matches: boolean) => vi.stubGlobal('matchMedia', () => ({ matches }));
  onTouch(false);
  const [first, thread] = [isSendingEnter(press(more), false), isSendingEnter(press(more), true)];
  onTouch(true);
  expect({ first, thread, touch: isSendingEnter(press(more), true) }).toEqual(sends);
});
