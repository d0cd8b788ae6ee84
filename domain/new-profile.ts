import { plainTheme } from './look.ts';
import type { Profile } from './profile.ts';

export function newProfile(name: string, headline?: string, language = 'en'): Profile {
  return {
    version: 3,
    name,
    ...(headline === undefined ? {} : { headline }),
    language,
    showsReplyTime: true,
    sections: [],
    theme: plainTheme('atelier', '#8a3b2a'),
    reach: { isIndexed: true, isListed: false, embedOrigins: [] },
  };
}
