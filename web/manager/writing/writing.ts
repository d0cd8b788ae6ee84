/** What the composer has besides its field, and notes. It is loaded when the first conversation is opened. */
export { endEditing } from './editing.ts';
export { Hint } from './hint.tsx';
export { NoteComposer } from './note-composer.tsx';
export { Notes } from './notes.tsx';
export { noting } from './noting.ts';
export { openConversation } from './open-conversation.ts';
export { ScheduledList } from './scheduled-list.tsx';
export { SendMenu } from './send-menu.tsx';
export { Tools } from './tools.tsx';
