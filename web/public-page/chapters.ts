import type { Profile } from '@foyer/domain/profile';

/** A numbered part of the page, in the order in which the page shows it. */
export interface Chapter {
  id: 'work' | 'services' | 'about' | 'links';
  title: string;
}

/** The chapters that have something to show. */
export function chaptersOf(profile: Profile): Chapter[] {
  const chapters: (Chapter & { isFilled: boolean })[] = [
    { id: 'work', title: 'Selected work', isFilled: profile.works.length > 0 },
    { id: 'services', title: 'Services', isFilled: profile.services.length > 0 },
    { id: 'about', title: 'About', isFilled: profile.about !== undefined },
    { id: 'links', title: 'Links', isFilled: profile.links.length > 0 },
  ];
  return chapters.filter((chapter) => chapter.isFilled).map(({ id, title }) => ({ id, title }));
}
