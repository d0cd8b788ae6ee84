import { firstNameOf, type Profile } from '@foyer/domain/profile';
import { type Chapter, chaptersOf } from './chapters.ts';
import { Colophon } from './colophon.tsx';
import { directionOf } from './direction.ts';
import { Hero } from './hero.tsx';
import { Links } from './links.tsx';
import { MessageBox } from './message-box.tsx';
import { Prose } from './prose.tsx';
import { Section } from './section.tsx';
import { Services } from './services.tsx';
import { Works } from './works.tsx';

interface Props {
  profile: Profile;
  slug: string;
  managerId: string;
  /** Where the site asks reCAPTCHA about first messages. */
  recaptchaKey?: string | undefined;
}

/** The body of a manager's public page: the same for everybody, and whole without JavaScript. */
export function ProfilePage({ profile, slug, managerId, recaptchaKey }: Props) {
  const chapters = chaptersOf(profile);
  const isShort = chapters.length === 0;
  return (
    <>
      <a class="skip" href="#conversation">
        Write to <bdi>{firstNameOf(profile.name)}</bdi>
      </a>
      <main dir={directionOf(profile.name)}>
        <div class={`opening${profile.portrait ? ' with-portrait' : ''}${isShort ? ' title-page' : ''}`}>
          <Hero profile={profile} />
          <div class="door" dir="ltr">
            <MessageBox slug={slug} managerId={managerId} name={profile.name} recaptchaKey={recaptchaKey} />
          </div>
        </div>
        {chapters.map((chapter) => (
          <Section key={chapter.id} {...chapter}>
            {content(chapter.id, profile)}
          </Section>
        ))}
      </main>
      <Colophon name={profile.name} isShort={isShort} />
    </>
  );
}

function content(id: Chapter['id'], profile: Profile) {
  switch (id) {
    case 'work':
      return <Works works={profile.works} />;
    case 'services':
      return <Services services={profile.services} />;
    case 'about':
      return <Prose text={profile.about ?? ''} />;
    case 'links':
      return <Links links={profile.links} />;
  }
}
