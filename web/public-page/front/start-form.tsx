import { SLUG_MAX } from '@foyer/domain/limits';
import { useSite } from '../site-words.ts';

/** The first step to a page: the address that a person wants. Sign-up comes next and checks whether it is free. */
export function StartForm({ host }: { host: string }) {
  const { words } = useSite();
  return (
    <form class="start" action="/app/sign-up">
      <label for="slug">{words.address}</label>
      <div class="start-row">
        <div class="start-field">
          <span aria-hidden="true">{host}/</span>
          <input
            id="slug"
            name="slug"
            maxLength={SLUG_MAX}
            placeholder={words.addressExample}
            dir="ltr"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
          />
        </div>
        <button class="button" type="submit">
          {words.createPage}
        </button>
      </div>
    </form>
  );
}
