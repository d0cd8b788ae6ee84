import type { Draft } from '@foyer/domain/profile';
import { computed, signal } from '@preact/signals';
import { ApiProblem } from '../../../lib/api.ts';
import { isTransient } from '../../../lib/is-transient.ts';
import { problemSentence } from '../../problem-words.ts';
import { words } from '../words.ts';
import { changesBetween, rebased } from './changes.ts';
import { type Faults, faultsOf } from './fault-keys.ts';
import { createHistory } from './history.ts';
import { type Context, judge } from './judge.ts';
import type { Rescue } from './rescue.ts';
import { isSame } from './same.ts';
import { contentOf, type EditorApi, type Stored } from './stored.ts';
import { tidied } from './tidied.ts';

/** How the draft on the screen relates to the server's. */
export type Saving =
  /** The same, or about to be sent. */
  | { kind: 'kept' | 'waiting' | 'sending' }
  /** Not saved; tried again automatically. */
  | { kind: 'offline' | 'retrying' }
  /** Not saved, and not tried again before the next change. */
  | { kind: 'refused'; sentence: string };

/** Another window wrote. `isHeard` once its version is known. */
export interface Conflict {
  isHeard: boolean;
}

const PAUSE_MS = 1000;
/** Without a pause, changes are saved after this long. */
const LONGEST_MS = 5000;
/** The rescue copy is written with this delay, so that it doesn't slow typing down. */
const RESCUE_MS = 300;
const RETRY_MS = [2000, 4000, 8000, 15_000, 30_000] as const;

/**
 * One window's work on a page: the draft, its history, saving and publishing. It never overwrites a version that this window has not seen,
 * and drops nothing before the server has it.
 */
export function createEditor(api: EditorApi, stored: Stored, rescue?: Rescue) {
  const page = signal(stored.page.profile);
  const isPublished = signal(stored.page.isPublished);
  const published = signal<number | null>(null);
  const draft = signal<Draft>(contentOf(stored));
  const saving = signal<Saving>({ kind: 'kept' });
  const conflict = signal<Conflict | null>(null);
  const isPublishing = signal(false);
  const faults = signal<Faults>({});
  const history = createHistory<Draft>();
  const changes = computed(() => changesBetween(page.value, draft.value));

  const context: Context = {
    known: { page: stored.page.revision, draft: stored.draft.revision },
    kept: draft.value,
    drafts: [],
    publication: null,
  };
  let heard = stored;

  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | null = null;
  let attempts = 0;
  let isClosed = false;

  let rescueTimer: ReturnType<typeof setTimeout> | undefined;

  const isUnsaved = () => !isSame(draft.peek(), context.kept);

  const keepForRescue = () => {
    clearTimeout(rescueTimer);
    rescue?.write(isUnsaved() ? { ...context.known, profile: draft.peek() } : null);
  };

  const adopt = (on: Stored) => {
    context.known = { page: on.page.revision, draft: on.draft.revision };
    context.kept = contentOf(on);
    context.drafts = [];
    context.publication = null;
    page.value = on.page.profile;
    isPublished.value = on.page.isPublished;
  };

  const adoptPublication = (after: Stored, sent: Draft) => {
    adopt(after);
    draft.value = rebased(draft.peek(), sent, after.page.profile);
    faults.value = {};
    published.value = after.page.revision;
  };

  /** Adopts the listener's news, or reports a conflict. Waits for a running request, because its answer is more precise. */
  const consider = () => {
    if (running) return;
    const verdict = judge(heard, context, draft.peek());
    if (verdict === 'nothing') return;
    if (verdict === 'theirs') return collide();
    if (verdict === 'ours') adopt(heard);
    else if (context.publication) {
      adoptPublication({ page: heard.page, draft: { profile: null, revision: heard.draft.revision } }, context.publication.draft);
    }
    conflict.value = null;
    wait(0);
  };
  const collide = () => {
    clearTimeout(timer);
    conflict.value = { isHeard: true };
  };

  const wait = (ms: number) => {
    clearTimeout(timer);
    if (isClosed || conflict.peek()) return;
    timer = setTimeout(save, ms);
  };

  const run = (act: () => Promise<void>): Promise<void> => {
    const mine = act().finally(() => {
      running = null;
      consider();
      keepForRescue();
    });
    running = mine;
    return mine;
  };

  /** Runs one request at a time. Text typed in that time goes with the next. */
  const save = async (): Promise<void> => {
    clearTimeout(timer);
    if (running) await running;
    if (running || conflict.peek()) return;
    if (!isUnsaved()) {
      saving.value = { kind: 'kept' };
      waitingSince = null;
      return;
    }
    await run(async () => {
      const sent = draft.peek();
      saving.value = { kind: 'sending' };
      waitingSince = null;
      try {
        const { revision } = await api.saveDraft({ revision: context.known.draft, profile: sent });
        context.known.draft = revision;
        context.drafts = [];
        context.kept = sent;
        attempts = 0;
        saving.value = { kind: isUnsaved() ? 'waiting' : 'kept' };
      } catch (error) {
        failed(error, sent);
      }
    });
    if (isUnsaved() && saving.peek().kind === 'waiting') wait(PAUSE_MS);
  };

  const failed = (error: unknown, sent: Draft) => {
    const problem = problemOf(error);
    if (problem.code === 'changed-elsewhere') {
      saving.value = { kind: 'waiting' };
      conflict.value = { isHeard: false };
    } else if (isTransient(problem)) {
      if (problem.code === 'offline') context.drafts = [...context.drafts.slice(-9), sent];
      saving.value = { kind: problem.code === 'offline' ? 'offline' : 'retrying' };
      wait(RETRY_MS[Math.min(attempts++, RETRY_MS.length - 1)] ?? 0);
    } else saving.value = { kind: 'refused', sentence: problemSentence(problem) };
  };

  const show = (next: Draft) => {
    draft.value = next;
    clearTimeout(rescueTimer);
    rescueTimer = setTimeout(keepForRescue, RESCUE_MS);
    if (conflict.peek() || running) return;
    if (saving.peek().kind === 'offline' || saving.peek().kind === 'retrying') return;
    waitingSince ??= Date.now();
    saving.value = { kind: isUnsaved() ? 'waiting' : 'kept' };
    wait(Math.max(0, Math.min(PAUSE_MS, waitingSince + LONGEST_MS - Date.now())));
  };

  const rescued = rescue?.read();
  if (rescued && !isSame(rescued.profile, context.kept)) {
    history.note(context.kept, null);
    if (rescued.page !== context.known.page || rescued.draft !== context.known.draft) conflict.value = { isHeard: true };
    show(rescued.profile);
  }

  return {
    page,
    draft,
    saving,
    conflict,
    isPublishing,
    faults,
    /** What publishing would change. */
    changes,
    /** Whether there is something to publish: a change, or a page that was never published. */
    canPublish: computed(() => !isPublished.value || Object.keys(changes.value).length > 0),
    isPublished,
    /** The revision that this window published last, or `null`. */
    published,
    canUndo: computed(() => history.past.value.length > 0),
    canRedo: computed(() => history.future.value.length > 0),
    isUnsaved,

    /** Changes the draft. `key` names the field; with `isTyped`, quick changes of the same field are one step. */
    edit(key: string, change: (draft: Draft) => Draft, isTyped = false): void {
      const before = draft.peek();
      const next = change(before);
      if (isSame(next, before)) return;
      history.note(before, isTyped ? key : null);
      if (faults.peek()[key] !== undefined) {
        const { [key]: _, ...others } = faults.peek();
        faults.value = others;
      }
      show(next);
    },

    undo(): void {
      const before = history.back(draft.peek());
      if (before) show(before);
    },

    redo(): void {
      const after = history.forth(draft.peek());
      if (after) show(after);
    },

    /** Handles a newer state of the server from the listener. */
    hear(next: Stored): void {
      heard = next;
      consider();
    },

    /** Saves everything unsaved. Resolves to whether everything is saved. */
    async flush(): Promise<boolean> {
      while (isUnsaved() && !conflict.peek()) {
        await save();
        if (['offline', 'retrying', 'refused'].includes(saving.peek().kind)) break;
      }
      return !isUnsaved();
    },

    /** Publishes the draft. Resolves to `null`, or to the sentence that says why not; fields at fault are in `faults`. */
    async publish(): Promise<string | null> {
      if (conflict.peek() || isPublishing.peek()) return null;
      isPublishing.value = true;
      try {
        clearTimeout(timer);
        if (running) await running;
        this.edit('tidy', tidied);
        clearTimeout(timer);
        const sent = draft.peek();
        const sentChanges = changesBetween(page.peek(), sent);
        if (conflict.peek() || (isPublished.peek() && Object.keys(sentChanges).length === 0)) return null;
        let sentence: string | null = null;
        await run(async () => {
          try {
            const {
              revision,
              draft: emptied,
              profile,
            } = await api.publish({ revision: context.known.page, draft: context.known.draft, changes: sentChanges });
            adoptPublication({ page: { profile, revision, isPublished: true }, draft: { profile: null, revision: emptied } }, sent);
            saving.value = { kind: 'kept' };
          } catch (error) {
            const problem = problemOf(error);
            if (problem.code === 'changed-elsewhere') conflict.value = { isHeard: false };
            else if (problem.code === 'offline') {
              context.publication = { changes: sentChanges, draft: sent };
              sentence = words.offlineNotPublished;
            } else {
              faults.value = faultsOf(problem.body.errors ?? [], sent);
              sentence = Object.keys(faults.peek()).length > 0 ? null : words.notPublished({ reason: problemSentence(problem) });
            }
          }
        });
        if (isUnsaved()) show(draft.peek());
        return sentence;
      } finally {
        isPublishing.value = false;
      }
    },

    /** Discards the draft: the screen shows the page again. This can be undone. Resolves to `null`, or to the sentence that says why not. */
    async discard(): Promise<string | null> {
      clearTimeout(timer);
      if (running) await running;
      let sentence: string | null = null;
      await run(async () => {
        try {
          const { revision } = await api.discardDraft({ revision: context.known.draft });
          history.note(draft.peek(), null);
          adopt({
            page: { profile: page.peek(), revision: context.known.page, isPublished: isPublished.peek() },
            draft: { profile: null, revision },
          });
          draft.value = page.peek();
          faults.value = {};
          saving.value = { kind: 'kept' };
        } catch (error) {
          if (problemOf(error).code === 'changed-elsewhere') conflict.value = { isHeard: false };
          else sentence = words.notDiscarded({ reason: problemSentence(problemOf(error)) });
        }
      });
      return sentence;
    },

    /** Resolves a conflict: shows the other window's version. Undo brings this one back. */
    showTheirs(): void {
      if (!conflict.peek()?.isHeard) return;
      const mine = draft.peek();
      history.note(mine, null);
      adopt(heard);
      conflict.value = null;
      draft.value = context.kept;
      faults.value = {};
      saving.value = { kind: 'kept' };
      keepForRescue();
    },

    /** Resolves a conflict: keeps this version and saves it over the other. */
    keepMine(): void {
      if (!conflict.peek()?.isHeard) return;
      adopt(heard);
      conflict.value = null;
      show(draft.peek());
      wait(0);
    },

    /** Tries again now, since the connection is back. */
    retry(): void {
      if (saving.peek().kind === 'offline' || saving.peek().kind === 'retrying') wait(0);
    },

    close(): void {
      isClosed = true;
      clearTimeout(timer);
      clearTimeout(rescueTimer);
    },
  };
}

export type Editor = ReturnType<typeof createEditor>;

function problemOf(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem('internal');
}
