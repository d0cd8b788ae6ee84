import type { ProfileChanges } from '@foyer/domain/edit-profile';
import { newProfile } from '@foyer/domain/new-profile';
import type { FieldError } from '@foyer/domain/problem';
import type { Draft, Profile } from '@foyer/domain/profile';
import { ApiProblem } from '../../../lib/api.ts';
import type { Editor } from './editor.ts';
import type { EditorApi, Stored } from './stored.ts';

/** A server for the editor's tests: the three endpoints, and what can go wrong on the way. */
export class FakeServer implements EditorApi {
  stored: Stored = { page: { profile: newProfile('Ada'), revision: 0, isPublished: true }, draft: { profile: null, revision: 0 } };
  /** Every call that arrived. */
  calls: { act: 'save' | 'publish' | 'discard'; input?: unknown }[] = [];
  isReachable = true;
  /** Whether requests arrive but their answers are lost. */
  losesAnswers = false;
  errors: FieldError[] = [];
  private readonly listeners: Editor[] = [];
  private gate: Promise<void> | null = null;

  async saveDraft(input: { revision: number; profile: Draft }): Promise<{ revision: number }> {
    return this.serve({ act: 'save', input }, () => {
      if (input.revision !== this.stored.draft.revision) throw changedElsewhere();
      const revision = input.revision + 1;
      this.store({ ...this.stored, draft: { profile: structuredClone(input.profile), revision } });
      return { revision };
    });
  }

  async publish(input: {
    revision: number;
    draft: number;
    changes: ProfileChanges;
  }): Promise<{ revision: number; draft: number; profile: Profile }> {
    return this.serve({ act: 'publish', input }, () => {
      const { page, draft } = this.stored;
      if (input.revision !== page.revision || input.draft !== draft.revision) throw changedElsewhere();
      const { errors } = this;
      if (errors.length > 0) throw new ApiProblem('invalid-request', { errors });
      const fields = Object.entries({ ...page.profile, ...input.changes }).filter(([, value]) => value !== null);
      const trimmed = fields.map(([name, value]) => [name, typeof value === 'string' ? value.trim() : value]);
      const profile = Object.fromEntries(trimmed) as Profile;
      const after = { revision: page.revision + 1, draft: draft.revision + 1, profile };
      this.store({ page: { profile, revision: after.revision, isPublished: true }, draft: { profile: null, revision: after.draft } });
      return after;
    });
  }

  async discardDraft(input: { revision: number }): Promise<{ revision: number }> {
    return this.serve({ act: 'discard', input }, () => {
      if (input.revision !== this.stored.draft.revision) throw changedElsewhere();
      const revision = input.revision + 1;
      this.store({ ...this.stored, draft: { profile: null, revision } });
      return { revision };
    });
  }

  /** Tells an editor about every change from now on. */
  follow(editor: Editor): void {
    this.listeners.push(editor);
  }

  /** Delays every answer until the returned function is called. */
  hold(): () => void {
    let letGo = () => {};
    this.gate = new Promise((resolve) => {
      letGo = () => {
        this.gate = null;
        resolve();
      };
    });
    return letGo;
  }

  /** Writes as another window. */
  store(stored: Stored): void {
    this.stored = stored;
    for (const listener of this.listeners) listener.hear(structuredClone(stored));
  }

  private async serve<T>(call: FakeServer['calls'][number], act: () => T): Promise<T> {
    await Promise.resolve();
    if (!this.isReachable) throw offline();
    this.calls.push(structuredClone(call));
    const answer = act();
    await this.gate;
    if (this.losesAnswers) throw offline();
    return answer;
  }
}

function offline(): ApiProblem {
  return new ApiProblem('offline');
}

function changedElsewhere(): ApiProblem {
  return new ApiProblem('changed-elsewhere');
}
