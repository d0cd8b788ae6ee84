import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGUAGES } from '@foyer/domain/language';
import { catalogueFaults } from './catalogue-faults.ts';
import { ROOT } from './emulators/run-folder.ts';
import { tell } from './emulators/sentence.ts';
import { literalTextsIn } from './literal-texts.ts';
import { areas, languageFolders, readCatalogue } from './words.ts';

/** Code whose English is for developers, hosts and programs: it documents the API, logs, or answers machines. */
const FOR_DEVELOPERS =
  /^(?:functions\/src\/(?:openapi\/|logs\.ts|outside\/internet\.ts|public-page\/machine)|web\/vite\.config\.ts|domain\/messages\/kinds\.ts)/;

/** Answers of one line in plain text, for when no page can be made: the language is unknown then. */
const PLAIN_TEXT = /^functions\/src\/(?:http\/refuse-reader|pictures\/kept-route)\.ts$/;
const NOT_SHIPPED = /\.test\.tsx?$|\/testing\/|\.d\.ts$/;

/**
 * Checks that code contains no text for people, and that the catalogues of all languages are complete, parse, take the same values and
 * contain only messages that code uses.
 */
export async function checkWords(): Promise<{ passed: boolean; output: string }> {
  const faults: string[] = [];
  const used = new Set<string>();
  for await (const path of glob('{domain,functions/src,web}/**/*.{ts,tsx}', { cwd: ROOT, exclude: ['**/node_modules', '**/dist'] })) {
    if (NOT_SHIPPED.test(path)) continue;
    const source = await readFile(join(ROOT, path), 'utf8');
    for (const [name] of source.matchAll(/[\w-]+/g)) used.add(name);
    if (FOR_DEVELOPERS.test(path) || PLAIN_TEXT.test(path)) continue;
    for (const { line, text } of literalTextsIn(path, source)) faults.push(`${path}:${line} belongs in words/: ${JSON.stringify(text)}`);
  }
  if (languageFolders().sort().join() !== [...LANGUAGES].sort().join())
    faults.push('The folders of words/ are not the LANGUAGES of domain/languages.ts.');
  for (const area of areas()) {
    const english = readCatalogue('en', area);
    for (const name of Object.keys(english)) if (!used.has(name)) faults.push(`words/en/${area}.json: no code uses “${name}”`);
    for (const language of LANGUAGES) faults.push(...catalogueFaults(language, area, english, readCatalogue(language, area)));
  }
  return { passed: faults.length === 0, output: faults.join('\n') };
}

if (import.meta.main) {
  await tell(async () => {
    const { passed, output } = await checkWords();
    console.log(passed ? 'Every text is in the catalogues, and every catalogue is complete.' : output);
    return passed ? 0 : 1;
  });
}
