import { Doorway } from './doorway.tsx';
import { Exchange } from './front/exchange.tsx';
import { Miniatures } from './front/miniatures.tsx';
import { StartForm } from './front/start-form.tsx';
import { SiteFoot, SiteHead } from './site-frame.tsx';

const FACTS = [
  ['No account for visitors', 'They write, and press send. Nobody signs up for anything, and nobody has to give an email address.'],
  [
    'A code to come back',
    'The same browser finds the conversation by itself. Any other device opens it with a code that only your visitor has.',
  ],
  ['One inbox for you', 'Every conversation arrives live, in one quiet list. Answer now, put it off until Monday, or archive it.'],
  ['Yours to host', 'The code is open. Run it on a Firebase project of your own, or on the machine under your desk.'],
] as const;

/** What Foyer is, for somebody who has never heard of it. */
export function FrontPage({ host }: { host: string }) {
  return (
    <>
      <SiteHead current="front" />
      <main class="front">
        <div class="front-opening">
          <div>
            <h1>A front door of your own</h1>
            <p class="lead">
              A page where anybody can write to you, without an account and without your email address. You answer when it suits you, and
              they read it in the same place.
            </p>
            <StartForm host={host} />
            <p class="front-acts">
              <a href="/directory">Browse the directory</a>
            </p>
          </div>
          <Doorway isOpen />
        </div>
        <ul class="front-facts">
          {FACTS.map(([title, text]) => (
            <li key={title}>
              <h2>{title}</h2>
              <p>{text}</p>
            </li>
          ))}
        </ul>
        <section class="front-part" aria-labelledby="looks">
          <div class="front-words">
            <h2 id="looks">It looks like you, not like us</h2>
            <p>
              Your name is the largest thing on it. Choose a manner, a colour and your pictures, put your work in the order you like, and
              leave out what you do not need.
            </p>
          </div>
          <Miniatures />
        </section>
        <section class="front-part front-beside" aria-labelledby="goes">
          <div class="front-words">
            <h2 id="goes">It goes like this</h2>
            <p>
              Mina writes from a train. Ada answers from her desk an hour later. Next week Mina goes on from another computer, with her
              code.
            </p>
            <p>It stays between the two of them. Either can take a copy along, and either can delete it.</p>
          </div>
          <Exchange />
        </section>
        <section class="front-part front-end" aria-labelledby="end">
          <h2 id="end">Leave it on the latch</h2>
          <p class="front-acts">
            <a class="button" href="/app/sign-up">
              Make your page
            </a>
          </p>
        </section>
      </main>
      <SiteFoot />
    </>
  );
}
