import type { Draft } from '@foyer/domain/profile';
import { computed, signal } from '@preact/signals';
import { ApiProblem } from '../../../lib/api.ts';
import { changesBetween, rebased } from './changes.ts';
import { type Faults, faultsOf } from './fault-keys.ts';
import { createHistory } from './history.ts';
import { type Ground, judge } from './judge.ts';
import type { Rescue } from './rescue.ts';
import { isSame } from './same.ts';
import { contentOf, type EditorApi, type Stored } from './stored.ts';
import { tidied } from './tidied.ts';

/** How what is on the screen stands to what the server keeps as the draft. */
export type Saving =
  /** The same, or about to be sent. */
  | { kind: 'kept' | 'waiting' | 'sending' }
  /** To be tried again by itself. */
  | { kind: 'offline' | 'retrying' }
  /** Not before something is changed. */
  | { kind: 'refused'; sentence: string };

/** Somebody else has written. `isHeard` once it is known what. */
export interface Conflict {
  isHeard: boolean;
}

const PAUSE_MS = 1000;
/** Who never pauses is saved all the same. */
const LONGEST_MS = 5000;
/** Typing is not held up by keeping what it makes. */
const RESCUE_MS = 300;
const RETRY_MS = [2000, 4000, 8000, 15_000, 30_000] as const;

/**
 * One window's work on a page: what is written, its history, and how it comes to the server. Nothing is overwritten that this window has not
 * seen, and nothing is let go before the server has it.
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

  const ground: Ground = {
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

  const isUnsaved = () => !isSame(draft.peek(), ground.kept);

  const keepForRescue = () => {
    clearTimeout(rescueTimer);
    rescue?.write(isUnsaved() ? { ...ground.known, profile: draft.peek() } : null);
  };

  /** Builds on what the server has from here on. */
  const stand = (on: Stored) => {
    ground.known = { page: on.page.revision, draft: on.draft.revision };
    ground.kept = contentOf(on);
    ground.drafts = [];
    ground.publication = null;
    page.value = on.page.profile;
    isPublished.value = on.page.isPublished;
  };

  const adoptPublication = (after: Stored, sent: Draft) => {
    stand(after);
    draft.value = rebased(draft.peek(), sent, after.page.profile);
    faults.value = {};
    published.value = after.page.revision;
  };

  /** Goes on from what was heard, or asks. What is on its way is waited for: its answer says more. */
  const consider = () => {
    if (running) return;
    const verdict = judge(heard, ground, draft.peek());
    if (verdict === 'nothing') return;
    if (verdict === 'theirs') return collide();
    if (verdict === 'ours') stand(heard);
    else if (ground.publication) {
      adoptPublication({ page: heard.page, draft: { profile: null, revision: heard.draft.revision } }, ground.publication.draft);
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

  /** One at a time; what is written meanwhile goes with the next. */
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
        const { revision } = await api.saveDraft({ revision: ground.known.draft, profile: sent });
        ground.known.draft = revision;
        ground.drafts = [];
        ground.kept = sent;
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
    } else if (problem.isTransient) {
      if (problem.code === 'offline') ground.drafts = [...ground.drafts.slice(-9), sent];
      saving.value = { kind: problem.code === 'offline' ? 'offline' : 'retrying' };
      wait(RETRY_MS[Math.min(attempts++, RETRY_MS.length - 1)] ?? 0);
    } else saving.value = { kind: 'refused', sentence: sentenceOf(problem) };
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
  if (rescued && !isSame(rescued.profile, ground.kept)) {
    history.note(ground.kept, null);
    if (rescued.page !== ground.known.page || rescued.draft !== ground.known.draft) conflict.value = { isHeard: true };
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
    /** Whether the page was ever published. */
    isPublished,
    /** The revision that this window published last; `null` before. */
    published,
    canUndo: computed(() => history.past.value.length > 0),
    canRedo: computed(() => history.future.value.length > 0),
    isUnsaved,

    /** Changes what is on the screen. `key` names the field; where it is typed into, what follows quickly is the same step. */
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

    /** The listener's word on what the server has. */
    hear(next: Stored): void {
      heard = next;
      consider();
    },

    /** Sends what is not saved. Whether all of it is, then. */
    async flush(): Promise<boolean> {
      while (isUnsaved() && !conflict.peek()) {
        await save();
        if (['offline', 'retrying', 'refused'].includes(saving.peek().kind)) break;
      }
      return !isUnsaved();
    },

    /** Makes the draft the page. `null`, or the sentence that says why not; the fields at fault are in `faults`. */
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
            } = await api.publish({ revision: ground.known.page, draft: ground.known.draft, changes: sentChanges });
            adoptPublication({ page: { profile, revision, isPublished: true }, draft: { profile: null, revision: emptied } }, sent);
            saving.value = { kind: 'kept' };
          } catch (error) {
            const problem = problemOf(error);
            if (problem.code === 'changed-elsewhere') conflict.value = { isHeard: false };
            else if (problem.code === 'offline') {
              ground.publication = { changes: sentChanges, draft: sent };
              sentence = 'Not published: there is no connection just now.';
            } else {
              faults.value = faultsOf(problem.body.errors ?? [], sent);
              sentence = Object.keys(faults.peek()).length > 0 ? null : `Not published. ${sentenceOf(problem)}`;
            }
          }
        });
        if (isUnsaved()) show(draft.peek());
        return sentence;
      } finally {
        isPublishing.value = false;
      }
    },

    /** Throws the draft away: the screen shows the page again, and that is a step which can be taken back. `null`, or why not. */
    async discard(): Promise<string | null> {
      clearTimeout(timer);
      if (running) await running;
      let sentence: string | null = null;
      await run(async () => {
        try {
          const { revision } = await api.discardDraft({ revision: ground.known.draft });
          history.note(draft.peek(), null);
          stand({
            page: { profile: page.peek(), revision: ground.known.page, isPublished: isPublished.peek() },
            draft: { profile: null, revision },
          });
          draft.value = page.peek();
          faults.value = {};
          saving.value = { kind: 'kept' };
        } catch (error) {
          if (problemOf(error).code === 'changed-elsewhere') conflict.value = { isHeard: false };
          else sentence = `Not discarded. ${sentenceOf(problemOf(error))}`;
        }
      });
      return sentence;
    },

    /** After somebody else has written: theirs on the screen. Mine is one step back. */
    showTheirs(): void {
      if (!conflict.peek()?.isHeard) return;
      const mine = draft.peek();
      history.note(mine, null);
      stand(heard);
      conflict.value = null;
      draft.value = ground.kept;
      faults.value = {};
      saving.value = { kind: 'kept' };
      keepForRescue();
    },

    /** After somebody else has written: mine on the screen, and over theirs. */
    keepMine(): void {
      if (!conflict.peek()?.isHeard) return;
      stand(heard);
      conflict.value = null;
      show(draft.peek());
      wait(0);
    },

    /** The connection is back. */
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
  return error instanceof ApiProblem ? error : new ApiProblem('internal', 'Something went wrong here. Please try again.');
}

function sentenceOf({ body, message }: ApiProblem): string {
  return body.errors?.[0]?.message ?? message;
}
