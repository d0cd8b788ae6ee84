import { randomBytes } from 'node:crypto';
import { erasureForm, forgetForm, newCodeForm } from '@foyer/domain/form';
import { makeResumeCode } from '@foyer/domain/resume-code';

interface Of {
  slug: string;
  conversationId: string;
}

/** What can be done with a conversation as a whole: each behind its title, and deleting behind a second act. */
export function Control({ slug, conversationId, firstName }: Of & { firstName: string }) {
  return (
    <section class="control" aria-label="More about this conversation">
      <p class="with-script">
        With JavaScript, the menu on the page of <bdi>{firstName}</bdi> does the same, and also clears what that page keeps on this device.
      </p>
      <details>
        <summary>Make a new code</summary>
        <p>Your old code and its links stop working; devices that are signed in stay so. The new one is shown once.</p>
        <NewCode slug={slug} conversationId={conversationId} />
      </details>
      <details>
        <summary>Forget on this device</summary>
        <p>
          It stays with <bdi>{firstName}</bdi>, and your code opens it again. Without the code nobody can: keep it first, or make a new one.
        </p>
        <Forget slug={slug} />
      </details>
      <details>
        <summary>Delete this conversation</summary>
        <p>
          It will be gone for you and for <bdi>{firstName}</bdi>, every message at once, and nothing can bring it back.
        </p>
        <Erase slug={slug} conversationId={conversationId} />
      </details>
    </section>
  );
}

/** The code is in the form before it is asked for: two presses make one, and the page that is seen shows the right one. */
export function NewCode({ slug, conversationId, code = makeResumeCode(randomBytes(19)) }: Of & { code?: string | undefined }) {
  return (
    <form class="asking" method="post" action={`${newCodeForm.path}?slug=${slug}`}>
      <input type="hidden" name="conversationId" value={conversationId} />
      <input type="hidden" name="code" value={code} />
      <button type="submit" class="act">
        Make a new code
      </button>
    </form>
  );
}

export function Forget({ slug }: { slug: string }) {
  return (
    <form class="asking" method="post" action={`${forgetForm.path}?slug=${slug}`}>
      <button type="submit" class="act">
        Forget
      </button>
    </form>
  );
}

/** Browsers that fill in again what was filled in before must not tick the box. */
export function Erase({ slug, conversationId }: Of) {
  return (
    <form class="asking" method="post" action={`${erasureForm.path}?slug=${slug}`} autocomplete="off">
      <input type="hidden" name="conversationId" value={conversationId} />
      <label>
        <input type="checkbox" name="isSure" value="yes" required autocomplete="off" /> I am sure, for both of us
      </label>
      <button type="submit" class="act danger">
        Delete for good
      </button>
    </form>
  );
}
