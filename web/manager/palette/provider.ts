import type { IconName } from '../../ui/icon.tsx';
import type { Conversation } from '../conversations/conversation.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Something that can be chosen in the palette. */
export interface Item {
  /** The same at every visit: recent choices are kept by it. Holds no text of a visitor. */
  id: string;
  name: string;
  /** Other texts that find it, shown next to the name. */
  note?: string;
  icon: IconName;
  /** The key that does the same. */
  key?: string | undefined;
  /** Why it can't be chosen now, as a sentence. It is found, but not offered without a query. */
  whyNot?: string | undefined;
  /** Made from the query, so it isn't kept as a recent choice. */
  isOneOff?: boolean;
  /** Runs when the palette has closed and the focus is back. */
  run(): void;
}

/** What the palette was opened on. */
export interface Opening {
  workspace: Workspace;
  /** The open or selected conversations, which acts would change. */
  targets: readonly Conversation[];
}

/** A group of items. Each is one file in `providers/`, listed in `providers.ts`. */
export interface Provider {
  /** The group's name. */
  title(opening: Opening): string;
  /** All of its items, the most useful first. Reads signals, so the palette follows changes. */
  items(opening: Opening): readonly Item[];
  /** For items made from the query itself, such as a search for it. They aren't matched, and stay below everything that is. */
  itemsFor?(query: string, opening: Opening): readonly Item[];
  /** Loads what `items` needs. Until then, and if it fails, the items are missing. */
  load?(): Promise<unknown>;
  /** Without a query, these items are shown. Otherwise they are only found. */
  isOffered?: boolean;
}
