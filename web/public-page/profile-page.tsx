import type { ReplyTime } from '@foyer/domain/availability';
import { firstNameOf } from '@foyer/domain/person-name';
import type { Profile, Section as SectionFacts } from '@foyer/domain/profile';
import type { Preset } from '@foyer/domain/theme';
import { Colophon } from './colophon.tsx';
import { directionOf } from './direction.ts';
import { Hero } from './hero.tsx';
import { Markdown } from './markdown.tsx';
import { MessageBox } from './message-box.tsx';
import { Experience } from './sections/experience.tsx';
import { Gallery } from './sections/gallery.tsx';
import { Links } from './sections/links.tsx';
import { Now } from './sections/now.tsx';
import { Projects } from './sections/projects.tsx';
import { Questions } from './sections/questions.tsx';
import { Section } from './sections/section.tsx';
import { Services } from './sections/services.tsx';
import { Skills } from './sections/skills.tsx';
import { Testimonials } from './sections/testimonials.tsx';
import { shownSections } from './shown-sections.ts';

/** What the page shows beside what the manager wrote. */
export interface PageFacts {
  replyTime: ReplyTime | null;
  /** The manager's day, as `2026-11-21`. */
  today: string;
  /** Links of the profile whose pages link back here. */
  verified: readonly string[];
}

export interface ProfilePageProps {
  profile: Profile;
  facts: PageFacts;
  slug: string;
  managerId: string;
  /** Where the site asks reCAPTCHA about first messages. */
  recaptchaKey?: string | undefined;
}

/** The body of a manager's public page: the same for everybody, and whole without JavaScript. */
export function ProfilePage({ profile, facts, slug, managerId, recaptchaKey }: ProfilePageProps) {
  const { name, portrait, cover, theme } = profile;
  const sections = shownSections(profile);
  const isShort = sections.length === 0;
  const opening = ['opening', portrait && 'with-portrait', cover && 'with-cover', isShort && 'title-page', `hero-${theme.hero}`];
  return (
    <>
      <a class="skip" href="#conversation">
        Write to <bdi>{firstNameOf(name)}</bdi>
      </a>
      <main dir={directionOf(name)} lang={profile.language}>
        <div class={opening.filter(Boolean).join(' ')}>
          <Hero profile={profile} {...facts} />
          <div class="door" dir="ltr" lang="en">
            <MessageBox slug={slug} managerId={managerId} profile={profile} recaptchaKey={recaptchaKey} />
          </div>
        </div>
        {sections.map((section) => (
          <Section key={section.kind} kind={section.kind} title={section.title}>
            {content(section, facts, theme.preset)}
          </Section>
        ))}
      </main>
      <Colophon name={name} isShort={isShort} />
    </>
  );
}

function content(section: SectionFacts, { verified }: PageFacts, preset: Preset) {
  switch (section.kind) {
    case 'projects':
      return <Projects {...section} />;
    case 'services':
      return <Services {...section} />;
    case 'about':
      return <Markdown text={section.text} />;
    case 'experience':
      return <Experience {...section} />;
    case 'skills':
      return <Skills {...section} />;
    case 'gallery':
      return <Gallery {...section} hidesCaptions={preset === 'gallery'} />;
    case 'testimonials':
      return <Testimonials {...section} />;
    case 'faq':
      return <Questions {...section} />;
    case 'now':
      return <Now {...section} />;
    case 'links':
      return <Links {...section} verified={verified} />;
  }
}
