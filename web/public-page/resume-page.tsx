import { Doorway } from './doorway.tsx';
import { SiteFoot, SiteHead } from './site-frame.tsx';

/**
 * Where a code of any conversation is entered: it finds its own page. Without JavaScript it is a plain form, with it the answer is the page
 * of the conversation (visitor/code/resume-page.ts).
 */
export function ResumePage() {
  return (
    <>
      <SiteHead current="resume" />
      <main class="plain">
        <Doorway isOpen />
        <div>
          <h1>Continue your conversation</h1>
          <form class="search" method="post" action="/api/forms/sessions">
            <label for="code">Enter the code you got when you first wrote, or paste your link.</label>
            <div>
              <input
                id="code"
                class="code-field"
                name="code"
                placeholder="7KX2-QP4T-DM9A-XH3W-B8NE"
                aria-describedby="fault"
                autocomplete="off"
                autocapitalize="characters"
                spellcheck={false}
                dir="ltr"
              />
              <button type="submit">Continue</button>
            </div>
            <p class="fault" role="alert" id="fault" />
          </form>
        </div>
      </main>
      <SiteFoot />
    </>
  );
}
