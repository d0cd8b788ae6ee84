import { describe, expect, test } from 'vitest';
import { literalTextsIn } from './literal-texts.ts';

const textsIn = (source: string) => literalTextsIn('web/a.tsx', source).map(({ text }) => text);

describe('a text for people is found', () => {
  test.each<[source: string, text: string]>([
    ['const a = <p>Hello</p>;', 'Hello'],
    ['const a = <p>{x} replies</p>;', 'replies'],
    ['const a = <img alt="A tree" />;', 'A tree'],
    ['const a = <button aria-label="Close" />;', 'Close'],
    ['const a = <input placeholder={`Write to \u0024{name}`} />;', 'Write to …'],
    ['const a = <Part title={"On your site"} />;', 'On your site'],
    ["say('That did not work.');", 'That did not work.'],
    ['const a = `Archived \u0024{who} for you`;', 'Archived … for you'],
    ['const a = isOn ? "Turn it off" : "";', 'Turn it off'],
    ["const a = { label: 'Mark as spam' };", 'Mark as spam'],
    ["fail('Please, try again' as string);", 'Please, try again'],
  ])('%s', (source, text) => expect(textsIn(source)).toEqual([text]));
});

describe('text that only code or developers read is ignored:', () => {
  test.each([
    "throw new Error('This browser draws nothing.');",
    "import a from './Some file.ts';",
    'const a = <p>{name}</p>;',
    'const a = <p> · </p>;',
    'const a = <code>Foyer</code>;',
    'const a = <p class="Some class names" />;'.replace('Some', 'some'),
    "z.string().describe('The name of the page.');",
    "endpoint({ summary: 'Sends a message.' });",
    "type A = 'Some words here';",
    "element.dataset.name = 'someName';",
    "headers.set('Content-Type', 'text/html');",
  ])('%s', (source) => expect(textsIn(source)).toEqual([]));
});

test('reports the line of a text', () => {
  expect(literalTextsIn('a.ts', "\n\nsay('Not here yet.');")).toEqual([{ line: 3, text: 'Not here yet.' }]);
});
