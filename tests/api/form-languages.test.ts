import { newProfile } from '@foyer/domain/new-profile';
import { createApp } from '@foyer/functions/app';
import { words as english } from '@foyer/words/compiled/en/forms';
import { words as faults } from '@foyer/words/compiled/en-XA/faults';
import { words } from '@foyer/words/compiled/en-XA/forms';
import { words as problems } from '@foyer/words/compiled/en-XA/visitor-problems';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { CODE, MESSAGE, START } from '../support/at-page.ts';
import { ORIGIN, openTestCloud, someManager } from '../support/cloud.ts';
import { newCode, Visitor } from '../support/visitor.ts';

const cloud = openTestCloud();

beforeAll(() => {
  // The pseudo-language is for the emulators only.
  vi.stubEnv('FUNCTIONS_EMULATOR', 'true');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

async function visitorOf(language: string) {
  const { slug } = await someManager(cloud, { ...newProfile('Ada Moreau'), language });
  return { slug, visitor: new Visitor(createApp(cloud).request, ORIGIN) };
}

/** Whole sentences of the English catalogue, which no page in another language has. */
const ENGLISH = Object.values(english).filter((message) => typeof message === 'string' && message.length > 12);

function expectPseudo(html: string, ...sentences: string[]) {
  const [, root = ''] = /<html ([^>]*)>/.exec(html) ?? [];
  expect(root).toContain('lang="en-XA"');
  for (const sentence of sentences) expect(html).toContain(sentence);
  for (const sentence of ENGLISH) expect(html).not.toContain(sentence);
}

describe('the pages of forms are in the language of the manager’s page:', () => {
  test('a conversation', async () => {
    const { slug, visitor } = await visitorOf('en-XA');
    const { text } = await visitor.submit(START(slug), { text: 'Hello' });
    expectPseudo(text, words.saveCode, words.newCodeWhat, words.deleteSure);
    expect(text).toMatch(/<time [^>]*>[^<]*\d\d:\d\d[^<]* UTC<\/time>/);
    expectPseudo((await visitor.submit(`/api/forms/sign-outs?slug=${slug}`, {})).text, words.removedTitle, words.closeWindow);
    expectPseudo((await visitor.ask(START(slug), {})).text, words.returnHeading, words.codeLabel);
  });

  test('the reason why a field or a form is refused', async () => {
    const { slug, visitor } = await visitorOf('en-XA');
    const { text } = await visitor.submit(START(slug), { text: 'x'.repeat(4002) });
    expectPseudo(text, words.refusedMessage, faults['too-long']({ over: 2, max: 4000 }));
    expectPseudo((await visitor.submit(CODE(slug), { code: '7KX2' })).text, faults['code-incomplete']({ length: 4, of: 20 }));
    expectPseudo((await visitor.submit(CODE(slug), { code: newCode() })).text, words.refusedCode, problems['unknown-code']);
    const { body } = await visitor.start(slug, { text: 'Hello' });
    visitor.cookie = null;
    const ended = await visitor.submit(MESSAGE(slug), {
      conversationId: body.conversation.id,
      messageId: 'V1StGXR8_Z5jdHi6B-myT',
      text: 'Hi',
    });
    expectPseudo(ended.text, words.signedOut);
  });

  test.each(['en', 'en-US', 'tlh', 'xx-Nope'])('a page in %s has them in English', async (language) => {
    const { slug, visitor } = await visitorOf(language);
    const { text } = await visitor.submit(START(slug), { text: 'Hello' });
    expect(text).toContain('<html lang="en">');
    expect(text).toContain(english.saveCode);
  });
});
