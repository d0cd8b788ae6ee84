import { Doorway } from './doorway.tsx';
import { Exchange } from './front/exchange.tsx';
import { Miniatures } from './front/miniatures.tsx';
import { StartForm } from './front/start-form.tsx';
import { SiteFoot, SiteHead } from './site-frame.tsx';
import { siteHref, useSite } from './site-words.ts';

export function FrontPage({ host }: { host: string }) {
  const { tag, words } = useSite();
  const facts = [
    [words.noAccountTitle, words.noAccount],
    [words.codeTitle, words.code],
    [words.inboxTitle, words.inbox],
    [words.hostTitle, words.host],
  ] as const;
  return (
    <>
      <SiteHead current="front" />
      <main class="front">
        <div class="front-opening">
          <div>
            <h1>{words.heading}</h1>
            <p class="lead">{words.lead}</p>
            <StartForm host={host} />
            <p class="front-acts">
              <a href={siteHref('/directory', tag)}>{words.browse}</a>
            </p>
          </div>
          <Doorway isOpen />
        </div>
        <ul class="front-facts">
          {facts.map(([title, text]) => (
            <li key={title}>
              <h2>{title}</h2>
              <p>{text}</p>
            </li>
          ))}
        </ul>
        <section class="front-part" aria-labelledby="looks">
          <div class="front-words">
            <h2 id="looks">{words.looksTitle}</h2>
            <p>{words.looks}</p>
          </div>
          <Miniatures />
        </section>
        <section class="front-part front-aside" aria-labelledby="goes">
          <div class="front-words">
            <h2 id="goes">{words.howTitle}</h2>
            <p>{words.how}</p>
            <p>{words.howEnds}</p>
          </div>
          <Exchange />
        </section>
        <section class="front-part front-end" aria-labelledby="end">
          <h2 id="end">{words.endTitle}</h2>
          <p class="front-acts">
            <a class="button" href="/app/sign-up">
              {words.createPage}
            </a>
          </p>
        </section>
      </main>
      <SiteFoot path="/" />
    </>
  );
}
