/** What the composer has besides its field, and notes. It is loaded when the first conversation is opened. */
export { Hint } from './hint.tsx';
export { NoteComposer } from './note-composer.tsx';
export { Notes } from './notes.tsx';
export { noting } from './noting.ts';
export { openConversation } from './open-conversation.ts';
export { Tools } from './tools.tsx';
