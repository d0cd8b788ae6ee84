/** How a letter begins, by the language that it is written in. */
const GREETINGS: Readonly<Record<string, string>> = {
  ar: 'مرحبًا،',
  da: 'Hej,',
  de: 'Guten Tag,',
  es: 'Hola:',
  fi: 'Hei,',
  fr: 'Bonjour,',
  he: 'שלום,',
  it: 'Buongiorno,',
  ja: 'こんにちは。',
  ko: '안녕하세요.',
  nl: 'Dag,',
  no: 'Hei,',
  pl: 'Dzień dobry,',
  pt: 'Olá,',
  ru: 'Здравствуйте,',
  sv: 'Hej,',
  tr: 'Merhaba,',
  uk: 'Вітаю,',
  zh: '你好，',
};

/** The greeting of a letter in a language such as `de` or `pt-BR`; in English where none is known. */
export function greetingIn(language: string): string {
  return GREETINGS[language.split('-')[0] ?? ''] ?? 'Hello,';
}
