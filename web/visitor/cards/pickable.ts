import { LANGUAGES, PSEUDO, type Tag } from '@foyer/domain/languages';

export const PICKABLE: readonly Tag[] = import.meta.env.MODE === 'emulators' ? [...LANGUAGES, PSEUDO] : LANGUAGES;
