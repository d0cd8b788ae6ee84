import { RESUME_PATH } from '@foyer/domain/resume-code';
import { Doorway } from './doorway.tsx';
import { SiteFoot, SiteHead } from './site-frame.tsx';
import { useSite } from './site-words.ts';

/**
 * The page for entering any conversation's code; the code determines the conversation's page. Without JavaScript it is a plain form, with
 * it the person is taken to that page (visitor/code/resume-page.ts).
 */
export function ResumePage() {
  const { words } = useSite();
  return (
    <>
      <SiteHead current="resume" />
      <main class="plain">
        <Doorway isOpen />
        <div>
          <h1>{words.resumeHeading}</h1>
          <form class="search" method="post" action="/api/forms/sessions">
            <label for="code">{words.resumeLabel}</label>
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
              <button type="submit">{words.continue}</button>
            </div>
            <p class="fault" role="alert" id="fault" />
          </form>
        </div>
      </main>
      <SiteFoot path={RESUME_PATH} />
    </>
  );
}
