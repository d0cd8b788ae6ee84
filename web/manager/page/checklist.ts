import type { Draft } from '@foyer/domain/profile';

/** What makes a page worth sharing, in the order of the checklist. */
export const TASKS = ['portrait', 'line', 'link', 'publish', 'share'] as const;
export type Task = (typeof TASKS)[number];

interface Progress {
  /** The draft. */
  content: Draft;
  isPublished: boolean;
  isShared: boolean;
}

export function openTasks({ content, isPublished, isShared }: Progress): readonly Task[] {
  const hasLink = content.sections.some((section) => section.kind === 'links' && section.items.some(({ url }) => url !== ''));
  const isDone: Readonly<Record<Task, boolean>> = {
    portrait: content.portrait !== undefined,
    line: (content.headline ?? '').trim() !== '',
    link: hasLink,
    publish: isPublished,
    share: isShared,
  };
  return TASKS.filter((task) => !isDone[task]);
}
