import { randomBytes } from 'node:crypto';
import { erasureForm, forgetForm, newCodeForm } from '@foyer/domain/form';
import { makeResumeCode } from '@foyer/domain/resume-code';
import { withNodes } from '@foyer/words/with-nodes';
import { useForms } from './form-words.ts';

interface Of {
  slug: string;
  conversationId: string;
}

/** What a visitor can do with the whole conversation: each form opens from its title, and deletion needs a confirmation. */
export function Control({ slug, conversationId, firstName }: Of & { firstName: string }) {
  const { words } = useForms();
  const name = <bdi>{firstName}</bdi>;
  return (
    <section class="control" aria-label={words.control}>
      <p class="with-script">{withNodes(words.withScript, { name })}</p>
      <details>
        <summary>{words.newCode}</summary>
        <p>{words.newCodeWhat}</p>
        <NewCode slug={slug} conversationId={conversationId} />
      </details>
      <details>
        <summary>{words.remove}</summary>
        <p>{withNodes(words.removeWhat, { name })}</p>
        <Forget slug={slug} />
      </details>
      <details>
        <summary>{words.delete}</summary>
        <p>{withNodes(words.deleteWhat, { name })}</p>
        <Erase slug={slug} conversationId={conversationId} />
      </details>
    </section>
  );
}

/** The form already has the new code: pressed twice it makes only one, and the page on screen shows the right one. */
export function NewCode({ slug, conversationId, code = makeResumeCode(randomBytes(19)) }: Of & { code?: string | undefined }) {
  const { words } = useForms();
  return (
    <form class="asking" method="post" action={`${newCodeForm.path}?slug=${slug}`}>
      <input type="hidden" name="conversationId" value={conversationId} />
      <input type="hidden" name="code" value={code} />
      <button type="submit" class="act">
        {words.newCode}
      </button>
    </form>
  );
}

export function Forget({ slug }: { slug: string }) {
  const { words } = useForms();
  return (
    <form class="asking" method="post" action={`${forgetForm.path}?slug=${slug}`}>
      <button type="submit" class="act">
        {words.removeNow}
      </button>
    </form>
  );
}

/** Keeps browsers that restore form fields from ticking the box. */
export function Erase({ slug, conversationId }: Of) {
  const { words } = useForms();
  return (
    <form class="asking" method="post" action={`${erasureForm.path}?slug=${slug}`} autocomplete="off">
      <input type="hidden" name="conversationId" value={conversationId} />
      <label>
        <input type="checkbox" name="isSure" value="yes" required autocomplete="off" /> {words.deleteSure}
      </label>
      <button type="submit" class="act danger">
        {words.deleteNow}
      </button>
    </form>
  );
}
