import type { ReplyTime } from '@foyer/domain/availability';
import { directionOfLanguage } from '@foyer/domain/language';
import type { Pause } from '@foyer/domain/page-state';
import { firstNameOf } from '@foyer/domain/person-name';
import type { Profile, Section as SectionFacts } from '@foyer/domain/profile';
import type { Preset } from '@foyer/domain/theme';
import { withNodes } from '@foyer/words/with-nodes';
import { Colophon } from './colophon.tsx';
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
import { useSpoken } from './words.ts';

/** What the page shows in addition to the profile. */
export interface PageFacts {
  replyTime: ReplyTime | null;
  /** Today in the manager's zone, as `2026-11-21`. */
  today: string;
  /** Links of the profile whose pages link back here. */
  verified: readonly string[];
}

export interface ProfilePageProps {
  profile: Profile;
  facts: PageFacts;
  slug: string;
  managerId: string;
  /** While new messages are paused. */
  pause?: Pause | null | undefined;
  /** The key of reCAPTCHA, if the site uses it for first messages. */
  recaptchaKey?: string | undefined;
}

/**
 * The body of a manager's public page: the same for everyone, and complete without JavaScript. The document is in an interface language;
 * the manager's texts in another language are marked, and laid out in that language's direction, whatever script their name uses.
 */
export function ProfilePage({ profile, facts, slug, managerId, pause, recaptchaKey }: ProfilePageProps) {
  const { name, portrait, cover, theme, language } = profile;
  const { tag, words, own } = useSpoken();
  const sections = shownSections(profile);
  const isShort = sections.length === 0;
  const opening = ['opening', portrait && 'with-portrait', cover && 'with-cover', isShort && 'title-page', `hero-${theme.hero}`];
  return (
    <>
      <a class="skip" href="#conversation">
        {withNodes(pause ? words.conversationWith : words.writeTo, { name: <bdi>{firstNameOf(name)}</bdi> })}
      </a>
      <main lang={language === tag ? undefined : language} dir={own.dir && directionOfLanguage(language)}>
        <div class={opening.filter(Boolean).join(' ')}>
          <Hero profile={profile} {...facts} />
          <div class="door" {...own}>
            <MessageBox
              slug={slug}
              managerId={managerId}
              profile={profile}
              pause={pause}
              replyTime={facts.replyTime}
              recaptchaKey={recaptchaKey}
            />
          </div>
        </div>
        {theme.preset === 'letter' && !isShort && (
          <p class="enclosed" aria-hidden="true" {...own}>
            {words.enclosed}
          </p>
        )}
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
