import { SLUG_MAX } from '@foyer/domain/limits';

/** The first step to a page: the address that a person would like to have. Signing up comes next, which says whether it is free. */
export function StartForm({ host }: { host: string }) {
  return (
    <form class="start" action="/app/sign-up">
      <label for="slug">Your page’s address</label>
      <div class="start-row">
        <div class="start-field">
          <span aria-hidden="true">{host}/</span>
          <input
            id="slug"
            name="slug"
            maxLength={SLUG_MAX}
            placeholder="your-name"
            dir="ltr"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
          />
        </div>
        <button class="button" type="submit">
          Make your page
        </button>
      </div>
    </form>
  );
}
