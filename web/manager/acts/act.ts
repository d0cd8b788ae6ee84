import type { VNode } from 'preact';
import type { IconName } from '../../ui/icon.tsx';
import type { Effect } from '../conversations/apply-effect.ts';
import type { Conversation } from '../conversations/conversation.ts';
import type { Standing } from '../conversations/standing.ts';
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
  /** Its name in code. */
  name: string;
  /** Its name for people. */
  label: string;
  icon: IconName;
  /** The key that does it, as events name it. Acts that exclude each other may share one. */
  key?: string;
  /** Its name in the list of keys, if not the label. */
  help?: string;
  /** One sentence in the menu about what it does. */
  note?: string;
  isDanger?: boolean;
  places(conversation: Standing): readonly Place[];
  /** Whether it can be done to all of these. */
  canApply(conversations: readonly Standing[]): boolean;
  /** Why it cannot be done to these, as a sentence. Absent if it always can. */
  whyNot?(conversations: readonly Standing[]): string;
}

/** The conversations that an act is done to, one or many, and what it works with. */
export interface Doing {
  conversations: readonly Conversation[];
  workspace: Workspace;
}

/** What the dialog of an act works with. */
export interface Asking extends Doing {
  onClose(): void;
}

/** Asks before it is done. */
interface Asks {
  dialog(asking: Asking): VNode;
}

/** Does something else than change how conversations stand. */
interface Runs {
  run(doing: Doing): void;
}

/** Something that a manager does to conversations. */
export type Act = Look & (Asks | Effect | Runs);
