/** How a letter starts in languages without a catalogue; the others have it in theirs. */
const GREETINGS: Readonly<Record<string, string>> = {
  da: 'Hej,',
  fi: 'Hei,',
  ko: '안녕하세요.',
  no: 'Hei,',
  ru: 'Здравствуйте,',
  sv: 'Hej,',
  uk: 'Вітаю,',
  zh: '你好，',
};

/** The greeting of a letter in a language such as `de` or `pt-BR`, or `null` if none is known. */
export function greetingIn(language: string): string | null {
  return GREETINGS[language.split('-')[0] ?? ''] ?? null;
}
