import { LANGUAGES, type Language } from '@foyer/domain/language';
import { words as shown } from '@foyer/words/compiled/all/dashboard';
import { words as all } from '@foyer/words/compiled/all/typed-times';
import { describe, expect, it } from 'vitest';
import { TYPED_LENGTH_MAX } from './typed-length.ts';
import { typedTime } from './typed-time.ts';
import { SPOKEN, type SpokenWords } from './typed-words.ts';

const NOW = '2026-03-11T10:45:00';
const read = (typed: string, now = NOW, locale = 'en-GB', spoken = SPOKEN) => {
  const time = typedTime(typed, new Date(now).getTime(), locale, spoken);
  return 'atMs' in time ? new Date(time.atMs).toString().slice(0, 21) : time.fault;
};

describe('a typed time', () => {
  it.each([
    ['fri 9am', 'Fri Mar 13 2026 09:00'],
    ['Friday', 'Fri Mar 13 2026 09:00'],
    ['next tues at 14:30', 'Tue Mar 17 2026 14:30'],
    ['wed', 'Wed Mar 18 2026 09:00'],
    ['wed 3pm', 'Wed Mar 11 2026 15:00'],
    ['in 3 days', 'Sat Mar 14 2026 09:00'],
    ['in 3 days at 8', 'Sat Mar 14 2026 08:00'],
    ['2h', 'Wed Mar 11 2026 12:45'],
    ['in an hour', 'Wed Mar 11 2026 11:45'],
    ['in 45 min', 'Wed Mar 11 2026 11:30'],
    ['in two weeks', 'Wed Mar 25 2026 09:00'],
    ['2 months', 'Mon May 11 2026 09:00'],
    ['next week', 'Mon Mar 16 2026 09:00'],
    ['next month', 'Sat Apr 11 2026 09:00'],
    ['weekend', 'Sat Mar 14 2026 09:00'],
    ['tomorrow', 'Thu Mar 12 2026 09:00'],
    ['tmr 7.30am', 'Thu Mar 12 2026 07:30'],
    ['tomorrow evening', 'Thu Mar 12 2026 18:00'],
    ['tonight', 'Wed Mar 11 2026 18:00'],
    ['8 in the evening', 'Wed Mar 11 2026 20:00'],
    ['noon', 'Wed Mar 11 2026 12:00'],
    ['9', 'Thu Mar 12 2026 09:00'],
    ['17:00', 'Wed Mar 11 2026 17:00'],
    ['12am', 'Thu Mar 12 2026 00:00'],
    ['12 Dec 14:00', 'Sat Dec 12 2026 14:00'],
    ['12th of december', 'Sat Dec 12 2026 09:00'],
    ['Dec 12, 2027 2pm', 'Sun Dec 12 2027 14:00'],
    ['mar 9', 'Tue Mar 09 2027 09:00'],
    ['2026-12-12', 'Sat Dec 12 2026 09:00'],
    ['2026-12-12 18:15', 'Sat Dec 12 2026 18:15'],
    ['5/4', 'Sun Apr 05 2026 09:00'],
    ['12.12. 10 uhr', 'unclear'],
    ['12.12. 10:00', 'Sat Dec 12 2026 10:00'],
  ])('%s', (typed, expected) => {
    expect(read(typed)).toBe(expected);
  });

  it('is also read in the browser’s own language', () => {
    expect(read('morgen 8:00', NOW, 'de')).toBe('Thu Mar 12 2026 08:00');
    expect(read('Fr 9', NOW, 'de')).toBe('Fri Mar 13 2026 09:00');
    expect(read('12. Dezember', NOW, 'de')).toBe('Sat Dec 12 2026 09:00');
    expect(read('vendredi 14h30', NOW, 'fr')).toBe('Fri Mar 13 2026 14:30');
    expect(read('5/4', NOW, 'en-US')).toBe('Mon May 04 2026 09:00');
  });

  it('is read in words of the catalogue, and in English still', () => {
    const german = { ...SPOKEN, before: 'in', days: 'Tag, Tage, Tagen', evening: 'abend', oClock: 'Uhr', nextWeek: 'nächste Woche' };
    const japanese: SpokenWords = { ...SPOKEN, days: '日', after: '後', tomorrow: '明日、あした', oClock: '時' };
    const arabic = { ...SPOKEN, before: 'بعد', days: 'يوم، أيام' };
    expect(read('in 3 Tagen', NOW, 'de', german)).toBe('Sat Mar 14 2026 09:00');
    expect(read('morgen abend', NOW, 'de', german)).toBe('Thu Mar 12 2026 18:00');
    expect(read('12.12. 10 Uhr', NOW, 'de', german)).toBe('Sat Dec 12 2026 10:00');
    expect(read('Nächste Woche', NOW, 'de', german)).toBe('Mon Mar 16 2026 09:00');
    expect(read('tomorrow evening', NOW, 'de', german)).toBe('Thu Mar 12 2026 18:00');
    expect(read('3日後', NOW, 'ja', japanese)).toBe('Sat Mar 14 2026 09:00');
    expect(read('明日8時', NOW, 'ja', japanese)).toBe('Thu Mar 12 2026 08:00');
    expect(read('金曜日', NOW, 'ja', japanese)).toBe('Fri Mar 13 2026 09:00');
    expect(read('بعد ٣ أيام', NOW, 'ar', arabic)).toBe('Sat Mar 14 2026 09:00');
    expect(read('12 grudnia', NOW, 'pl')).toBe('Sat Dec 12 2026 09:00');
  });

  it('keeps its wall clock hour across a clock change', () => {
    expect(read('in 3 days', '2026-03-27T10:00:00')).toBe('Mon Mar 30 2026 09:00');
    expect(read('25 oct 9am', '2026-10-24T20:00:00')).toBe('Sun Oct 25 2026 09:00');
  });

  it.each(['', 'soon', 'm', 'fri sat', '31 feb', '25:00', '13pm', '9:75', 'in 3', 'in 3 days in 2 hours', 'drop table', 'fri 9am please'])(
    'is refused if unclear: %s',
    (typed) => {
      expect(read(typed)).toBe('unclear');
    },
  );

  it('must be in the future, and not years ahead', () => {
    expect(read('today 9am')).toBe('past');
    expect(read('2025-12-12')).toBe('past');
    expect(read('2030-01-01')).toBe('too-far');
    expect(read('in 99999999999 years')).toMatch(/unclear|too-far/);
  });
});

/** What people type in each language, on Wednesday 11 March 2026 at 10:45. */
const TYPED: Record<Language, Record<string, string>> = {
  en: {
    'in an hour': 'Wed Mar 11 2026 11:45',
    'in two weeks at 8': 'Wed Mar 25 2026 08:00',
    'Friday at 9 am': 'Fri Mar 13 2026 09:00',
    "fri 9 o'clock": 'Fri Mar 13 2026 09:00',
    'friday next week': 'Fri Mar 20 2026 09:00',
    '12 December': 'Sat Dec 12 2026 09:00',
    '10 on Dec 12': 'Sat Dec 12 2026 10:00',
  },
  de: {
    'in einer Stunde': 'Wed Mar 11 2026 11:45',
    'in einem Monat': 'Sat Apr 11 2026 09:00',
    'Freitag um 9 Uhr': 'Fri Mar 13 2026 09:00',
    'Fr. 9 Uhr 30': 'Fri Mar 13 2026 09:30',
    'Freitag morgen': 'Fri Mar 13 2026 09:00',
    'morgen abend': 'Thu Mar 12 2026 18:00',
    'morgen früh um 8': 'Thu Mar 12 2026 08:00',
    'naechste Woche': 'Mon Mar 16 2026 09:00',
    'am 12. Dezember um 14 Uhr': 'Sat Dec 12 2026 14:00',
  },
  fr: {
    'dans une heure': 'Wed Mar 11 2026 11:45',
    'dans 3 jours': 'Sat Mar 14 2026 09:00',
    'dans 9 heures': 'Wed Mar 11 2026 19:45',
    '2 heures plus tard': 'Wed Mar 11 2026 12:45',
    '9h': 'Thu Mar 12 2026 09:00',
    'demain 9h': 'Thu Mar 12 2026 09:00',
    'vendredi à 9 heures': 'Fri Mar 13 2026 09:00',
    'ven. 9 h 30': 'Fri Mar 13 2026 09:30',
    'mar 9 h': 'Tue Mar 17 2026 09:00',
    'cet apres midi': 'Wed Mar 11 2026 14:00',
    "l'après-midi": 'Wed Mar 11 2026 14:00',
    'ven.à 9h': 'Fri Mar 13 2026 09:00',
    "aujourd'hui 15h": 'Wed Mar 11 2026 15:00',
    '12 décembre': 'Sat Dec 12 2026 09:00',
    '12 DECEMBRE': 'Sat Dec 12 2026 09:00',
    'le 1er août 2026': 'Sat Aug 01 2026 09:00',
  },
  es: {
    'dentro de una hora': 'Wed Mar 11 2026 11:45',
    'en 3 dias': 'Sat Mar 14 2026 09:00',
    '2 horas más tarde': 'Wed Mar 11 2026 12:45',
    'viernes a las 9 h': 'Fri Mar 13 2026 09:00',
    'el viernes a las 9 de la noche': 'Fri Mar 13 2026 21:00',
    'viernes por la mañana': 'Fri Mar 13 2026 09:00',
    'mañana por la tarde': 'Thu Mar 12 2026 14:00',
    'sabado 9:30 p. m.': 'Sat Mar 14 2026 21:30',
    '12 de diciembre': 'Sat Dec 12 2026 09:00',
    '12 de diciembre de 2027': 'Sun Dec 12 2027 09:00',
  },
  pt: {
    'daqui a uma hora': 'Wed Mar 11 2026 11:45',
    'em 3 dias': 'Sat Mar 14 2026 09:00',
    'sexta às 9h': 'Fri Mar 13 2026 09:00',
    'terça de manhã': 'Tue Mar 17 2026 09:00',
    'amanha de manha': 'Thu Mar 12 2026 09:00',
    '1º de dezembro': 'Tue Dec 01 2026 09:00',
    '12 de março às 14h30': 'Thu Mar 12 2026 14:30',
  },
  it: {
    "tra un'ora": 'Wed Mar 11 2026 11:45',
    'tra una settimana': 'Wed Mar 18 2026 09:00',
    'venerdi alle 9': 'Fri Mar 13 2026 09:00',
    'lunedì prossimo alle ore 15': 'Mon Mar 16 2026 15:00',
    'domani mattina': 'Thu Mar 12 2026 09:00',
    '1° maggio': 'Fri May 01 2026 09:00',
    '12 dicembre alle 14:30': 'Sat Dec 12 2026 14:30',
  },
  nl: {
    'over een uur': 'Wed Mar 11 2026 11:45',
    'over 2 uur': 'Wed Mar 11 2026 12:45',
    'over één maand': 'Sat Apr 11 2026 09:00',
    'vrijdag om 9 uur': 'Fri Mar 13 2026 09:00',
    'vrijdag morgen': 'Fri Mar 13 2026 09:00',
    "'s avonds": 'Wed Mar 11 2026 18:00',
    '12 december 9.30 uur': 'Sat Dec 12 2026 09:30',
  },
  pl: {
    'za godzinę': 'Wed Mar 11 2026 11:45',
    'za 3 dni': 'Sat Mar 14 2026 09:00',
    'za miesiąc': 'Sat Apr 11 2026 09:00',
    'w piątek o 9': 'Fri Mar 13 2026 09:00',
    'w sobotę o godz. 17': 'Sat Mar 14 2026 17:00',
    'sroda 9:00': 'Wed Mar 18 2026 09:00',
    'jutro po poludniu': 'Thu Mar 12 2026 14:00',
    '12 grudnia': 'Sat Dec 12 2026 09:00',
  },
  tr: {
    'bir saat sonra': 'Wed Mar 11 2026 11:45',
    '3 gün sonra': 'Sat Mar 14 2026 09:00',
    "cuma saat 9'da": 'Fri Mar 13 2026 09:00',
    'CUMARTESİ 14:30’a kadar': 'Sat Mar 14 2026 14:30',
    'yarin aksam': 'Thu Mar 12 2026 18:00',
    "cuma'ya kadar": 'Fri Mar 13 2026 09:00',
    "12 Aralık'ta": 'Sat Dec 12 2026 09:00',
  },
  ar: {
    'بعد ساعة': 'Wed Mar 11 2026 11:45',
    'بعد ساعة واحدة': 'Wed Mar 11 2026 11:45',
    'خلال أسبوع': 'Wed Mar 18 2026 09:00',
    'بعد ٣ أيام': 'Sat Mar 14 2026 09:00',
    'يوم الجمعة الساعة 9 صباحًا': 'Fri Mar 13 2026 09:00',
    'غدًا بعد الظهر': 'Thu Mar 12 2026 14:00',
    'الاثنين ٥ مساءً': 'Mon Mar 16 2026 17:00',
    '12 ديسمبر': 'Sat Dec 12 2026 09:00',
    '١٢ من ديسمبر ٢٠٢٦': 'Sat Dec 12 2026 09:00',
  },
  he: {
    'בעוד שעה': 'Wed Mar 11 2026 11:45',
    'בעוד שעה אחת': 'Wed Mar 11 2026 11:45',
    'בעוד 3 ימים': 'Sat Mar 14 2026 09:00',
    'מחר ב-9': 'Thu Mar 12 2026 09:00',
    שישי: 'Fri Mar 13 2026 09:00',
    'ביום שישי בשעה 9': 'Fri Mar 13 2026 09:00',
    'שישי ב־14:30': 'Fri Mar 13 2026 14:30',
    "יום ו' בבוקר": 'Fri Mar 13 2026 09:00',
    'בסופ"ש': 'Sat Mar 14 2026 09:00',
    '12 בדצמבר': 'Sat Dec 12 2026 09:00',
    'ב-12 לדצמבר ב-9:00': 'Sat Dec 12 2026 09:00',
  },
  ja: {
    一時間後: 'Wed Mar 11 2026 11:45',
    '3日後': 'Sat Mar 14 2026 09:00',
    '1か月後の朝': 'Sat Apr 11 2026 09:00',
    金曜日9時: 'Fri Mar 13 2026 09:00',
    来週の金曜日午後3時: 'Fri Mar 20 2026 15:00',
    明日の夜: 'Thu Mar 12 2026 18:00',
    明日の朝: 'Thu Mar 12 2026 09:00',
    '9時30分に': 'Thu Mar 12 2026 09:30',
    '１２：３０': 'Wed Mar 11 2026 12:30',
    '12月12日': 'Sat Dec 12 2026 09:00',
    '12月12日14時': 'Sat Dec 12 2026 14:00',
    '1月2日': 'Sat Jan 02 2027 09:00',
    '12/12 14:00': 'Sat Dec 12 2026 14:00',
  },
};

describe.each(LANGUAGES)('a time typed in %s', (language) => {
  const spoken = all[language];

  it.each(Object.entries(TYPED[language]))('%s', (typed, expected) => {
    expect(read(typed, NOW, language, spoken)).toBe(expected);
  });

  it('is understood as the examples show it', () => {
    const { typedTimeExample, typedTimeUnclear } = shown[language];
    const quoted = [...typedTimeUnclear.matchAll(/[“„«「״]([^”“»」״]+)[”“»」״]/g)].map(([, example = '']) => example);
    expect(quoted).toHaveLength(3);
    for (const example of [...typedTimeExample.split(/[,،、]/), ...quoted]) expect(read(example, NOW, language, spoken)).toMatch(/ 2026 /);
  });

  it('is still understood in English', () => {
    expect(read('tomorrow evening', NOW, language, spoken)).toBe('Thu Mar 12 2026 18:00');
    expect(read('in an hour', NOW, language, spoken)).toBe('Wed Mar 11 2026 11:45');
    expect(read('12th of December at 9am', NOW, language, spoken)).toBe('Sat Dec 12 2026 09:00');
  });

  it('is refused quickly if it is long', () => {
    const first = (some: string) => `${some.split(',')[0]} `;
    const parts = ['1', ' ', 'a', '1 ', 'in ', '9:', '9h', '9時', '一', 'ב', '’', '12 de ', first(spoken.before), first(spoken.fillers)];
    for (const part of parts) {
      const startMs = performance.now();
      const typed = `1${part.repeat(TYPED_LENGTH_MAX)}`.slice(0, TYPED_LENGTH_MAX - 1);
      expect(read(`${typed}!`, NOW, language, spoken)).toBe('unclear');
      expect(performance.now() - startMs).toBeLessThan(1000);
    }
    expect(read(`fri${' '.repeat(TYPED_LENGTH_MAX)}`, NOW, language, spoken)).toBe('unclear');
  });
});
