import { paths } from '@foyer/domain/paths';
import type { Draft } from '@foyer/domain/profile';
import { migrateDraft, type StoredDraft } from '@foyer/domain/profile-versions';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { relistening } from '../../lib/relistening.ts';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { wantedField } from '../editor/editing/open-place.ts';
import { navigate } from '../route/history.ts';
import { resumeFirstRun } from '../welcome/first-run.ts';
import { words } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { isNotedHere, noteHere } from '../workspace/local-notes.ts';
import type { Page } from '../workspace/page.ts';
import { openTasks, TASKS, type Task } from './checklist.ts';

const NAMES: Readonly<Record<Task, string>> = {
  portrait: words.addPhoto,
  line: words.addHeadline,
  link: words.addLink,
  publish: words.publishPage,
  share: words.sharePage,
};

/** The tasks that are left until the page is complete. Each row leads to where it is done. The list disappears when all are done, or when hidden. */
export function ChecklistCard({ page }: { page: Page }) {
  const draft = useDraft();
  if (draft === undefined || isNotedHere('no-checklist', page.slug)) return null;
  const content = draft ?? page.profile;
  const open = openTasks({ content, isPublished: page.isPublished, isShared: isNotedHere('shared', page.slug) });
  if (open.length === 0) return null;
  const hasLinks = content.sections.some(({ kind }) => kind === 'links');
  const go = (task: Task) => {
    if (task === 'publish') return resumeFirstRun();
    if (task !== 'share') wantedField.value = { portrait: 'portrait', line: 'headline', link: hasLinks ? 'links' : 'sections' }[task];
    navigate({ view: 'open', conversationId: null, screen: task === 'share' ? 'share' : 'page' });
  };
  return (
    <section aria-labelledby="to-do" class="mt-6 w-full rounded-2xl border border-line">
      <header class="flex items-baseline justify-between gap-3 px-4 pt-3 pb-2">
        <h3 id="to-do" class="text-sm font-semibold">
          {words.finishPage}
        </h3>
        <span class="shrink-0 text-xs text-soft tabular-nums">
          {words.tasksDone({ done: TASKS.length - open.length, all: TASKS.length })}
        </span>
      </header>
      <ul class="px-1">
        {TASKS.map((task) => (
          <li key={task}>
            <Row task={task} isDone={!open.includes(task)} onGo={() => go(task)} />
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="mx-1 mb-1 min-h-8 rounded-lg px-3 text-xs text-soft hover:bg-hover hover:text-ink pointer-coarse:min-h-11"
        onClick={() => noteHere('no-checklist', page.slug)}
      >
        {words.hideTasks}
      </button>
    </section>
  );
}

function Row({ task, isDone, onGo }: { task: Task; isDone: boolean; onGo(): void }) {
  const look = 'flex min-h-10 w-full items-center gap-3 rounded-lg px-3 text-start text-sm pointer-coarse:min-h-11';
  const dot = (
    <span
      class={classes(
        'grid size-5 shrink-0 place-items-center rounded-full border',
        isDone ? 'border-accent bg-accent text-on-accent' : 'border-edge',
      )}
    >
      {isDone && <Icon name="done" class="size-3.5" />}
    </span>
  );
  if (isDone) {
    return (
      <div class={classes(look, 'text-soft')}>
        {dot}
        {NAMES[task]}
        <span class="sr-only">{words.taskDone}</span>
      </div>
    );
  }
  return (
    <button type="button" class={classes(look, 'font-medium hover:bg-hover')} onClick={onGo}>
      {dot}
      {NAMES[task]}
      <Icon name="more" class="ms-auto shrink-0 -rotate-90 text-soft rtl:rotate-90" />
    </button>
  );
}

/** The unpublished draft: `null` if there is none, `undefined` until that is known. */
function useDraft(): Draft | null | undefined {
  const { store } = useWorkspace();
  const draft = useSignal<Draft | null | undefined>(undefined);
  useEffect(
    () =>
      relistening.document<{ profile: StoredDraft | null }>(store.db, paths.draft(store.managerId), {
        next(found) {
          draft.value = found?.profile ? migrateDraft(found.profile) : null;
        },
        failed() {
          draft.value = null;
        },
      }),
    [],
  );
  return draft.value;
}
