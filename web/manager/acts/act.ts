import type { VNode } from 'preact';
import type { IconName } from '../../ui/icon.tsx';
import type { Effect } from '../conversations/apply-effect.ts';
import type { Conversation } from '../conversations/conversation.ts';
import type { ConversationState } from '../conversations/conversation-state.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * Where an act is offered. `wide` and `narrow`: only with, or only without, room for a second pane. `swipe`: by a finger on the row,
 * towards the end or the start of the line.
 */
export type Place =
  | 'row'
  | 'row end'
  | 'header'
  | 'wide header'
  | 'header button'
  | 'menu'
  | 'narrow menu'
  | 'menu end'
  | 'swipe end'
  | 'swipe start';

interface Look {
  name: string;
  label: string;
  icon: IconName;
  /** The key that runs it, by its name in `KeyboardEvent`, or `Shift+` and a capital letter. Acts that exclude each other may share one. */
  key?: string;
  /** The text for its key in the list of keys, if not the label. Of acts that share a key, the first one has it. */
  help?: string;
  /** A sentence in the menu about its effect. */
  note?: string;
  isDanger?: boolean;
  places(conversation: ConversationState): readonly Place[];
  /** Whether it can be done to all of these. */
  canApply(conversations: readonly ConversationState[]): boolean;
  /** Why it can’t be done to these, as a sentence. Absent if it always can. */
  whyNot?(conversations: readonly ConversationState[]): string;
}

/** The conversations that an act changes, one or many, and what it needs for that. */
export interface Doing {
  conversations: readonly Conversation[];
  workspace: Workspace;
}

export interface Asking extends Doing {
  onClose(): void;
}

/** An act with a dialog that asks first. */
interface Asks {
  dialog(asking: Asking): VNode;
}

/** An act that doesn't change conversations. */
interface Runs {
  run(doing: Doing): void;
}

export type Act = Look & (Asks | Effect | Runs);
