import { formatResumeCode, resumeLink } from '@foyer/domain/written-code';
import { nanoid } from 'nanoid';
import { describe, expect, test } from 'vitest';
import { atPage, CODE, conversationsOf, MESSAGE, START } from '../support/at-page.ts';
import { ORIGIN } from '../support/cloud.ts';
import { bubblesIn, formIn } from '../support/page-form.ts';
import { newCode } from '../support/visitor.ts';

const code = newCode();
const written = formatResumeCode(code);
const wrong = written.slice(0, -1) + (written.endsWith('A') ? 'B' : 'A');

const ALONE: readonly string[] = [
  written,
  written.toLowerCase(),
  `${written}.`,
  `“${written}”`,
  written.replaceAll('-', ' – '),
  resumeLink('https://foyer.example', 'ada', code),
  `<${resumeLink('', 'ada', code)}>`,
];

describe('a message that consists only of a resume code or link', () => {
  test.each(ALONE)('is refused by the API, first or further, and stores nothing: %s', async (text) => {
    const { slug, managerId, visitor, cloud } = await atPage();
    const first = await visitor.start(slug, { text });
    expect([first.status, first.body.code]).toEqual([422, 'code-as-message']);
    expect(visitor.cookie).toBeNull();
    expect(await conversationsOf(cloud, managerId)).toEqual([]);

    const { body } = await visitor.start(slug, { text: 'Hello' });
    const further = await visitor.send(body.conversation.id, text);
    expect([further.status, further.body.code]).toEqual([422, 'code-as-message']);
    expect((await conversationsOf(cloud, managerId)).map(({ texts }) => texts)).toEqual([['Hello']]);
  });

  test.each(ALONE)('without JavaScript gets a page that asks how to continue: %s', async (text) => {
    const { slug, managerId, visitor, cloud } = await atPage();
    const first = await visitor.submit(START(slug), { text, name: 'Mina' });
    expect(first.status).toBe(422);
    expect(formIn(first.text, CODE('').slice(0, -1))).toMatchObject({ fields: { code: written } });
    // A valid code can't be sent as a message, whatever the form contains.
    expect(first.text).not.toContain('send it as a message');
    expect((await visitor.submit(START(slug), { text, isMessage: 'yes' })).status).toBe(422);
    expect(await conversationsOf(cloud, managerId)).toEqual([]);
  });

  test('without JavaScript opens its conversation from that page, even from inside another one', async () => {
    const { slug, managerId, visitor, browser, cloud } = await atPage();
    await browser().start(slug, { code, text: 'On my other computer' });
    const { body } = await visitor.start(slug, { text: 'On this one' });
    const asked = await visitor.submit(MESSAGE(slug), { conversationId: body.conversation.id, messageId: nanoid(), text: written });
    expect(asked.status).toBe(422);
    expect(asked.text).toContain('Back to the conversation');
    const { action, fields } = formIn(asked.text, CODE('').slice(0, -1));
    const opened = await visitor.submit(action, fields);
    expect(opened.status).toBe(303);
    const page = await visitor.ask(opened.headers.get('location') ?? '', { headers: { origin: ORIGIN } });
    expect(bubblesIn(page.text)).toEqual(['On my other computer']);
    expect((await conversationsOf(cloud, managerId)).flatMap(({ texts }) => texts).sort()).toEqual(['On my other computer', 'On this one']);
  });
});

describe('a message that only looks like a code', () => {
  test('is accepted by the API: only the person can know', async () => {
    const { slug, visitor } = await atPage();
    expect((await visitor.start(slug, { text: wrong })).status).toBe(200);
  });

  test('without JavaScript is questioned, and sent completely once confirmed', async () => {
    const { slug, managerId, visitor, cloud } = await atPage();
    const asked = await visitor.submit(START(slug), { text: wrong, name: 'Mina', email: 'mina@example.org' });
    expect(asked.status).toBe(422);
    expect(await conversationsOf(cloud, managerId)).toEqual([]);
    expect(formIn(asked.text, CODE('').slice(0, -1))).toMatchObject({ fields: { code: wrong } });
    const anyway = formIn(asked.text, START('').slice(0, -1));
    const sent = await visitor.submit(anyway.action, anyway.fields);
    expect(bubblesIn(sent.text)).toEqual([wrong]);
    expect(await conversationsOf(cloud, managerId)).toMatchObject([
      { visitor: { name: 'Mina', email: 'mina@example.org' }, texts: [wrong] },
    ]);

    const id = (await visitor.open(slug)).body.conversation.id;
    const further = await visitor.submit(MESSAGE(slug), { conversationId: id, messageId: nanoid(), text: `${wrong} ` });
    expect(further.status).toBe(422);
    const again = formIn(further.text, MESSAGE('').slice(0, -1));
    expect(bubblesIn((await visitor.submit(again.action, again.fields)).text)).toEqual([wrong, wrong]);
  });
});
