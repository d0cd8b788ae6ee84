import { expect, it } from 'vitest';
import { findReplies } from './find-replies.ts';

const replies = [
  { id: 'a1', title: 'Thanks', text: 'Thank you for your letter.' },
  { id: 'a2', title: 'My prices', text: 'From 400 euros a day.' },
  { id: 'a3', title: 'Away', text: 'I am in Łódź until Monday.' },
  { id: 'a4', title: 'Price list', text: 'Here it is.' },
];
const found = (typed: string) => findReplies(replies, typed).map(({ id }) => id);

it.each([
  ['finds all for nothing typed, by title', '', ['a3', 'a2', 'a4', 'a1']],
  ['puts a title that begins with it first', 'pri', ['a4', 'a2']],
  ['finds text, without accents and case', 'LODZ', ['a3']],
  ['finds the letters of a title in order', 'thk', ['a1']],
  ['finds nothing for other letters', 'zzz', []],
])('%s', (_, typed, ids) => {
  expect(found(typed)).toEqual(ids);
});
