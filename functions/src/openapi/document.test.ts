import { PROBLEMS, type ProblemCode } from '@foyer/domain/problem';
import { ConversationId, Email, KeptId, MessageId, MessageText, PersonName, Slug, Time, TypedResumeCode } from '@foyer/domain/schema';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { documented } from '../app.ts';
import { titleOf } from '../http/problem-titles.ts';
import { openApiDocument } from './document.ts';
import { GROUPS, groupOf } from './groups.ts';

const Operation = z.object({
  operationId: z.string(),
  summary: z.string(),
  description: z.string(),
  tags: z.array(z.string()),
  responses: z.record(z.string(), z.object({ description: z.string() })),
});
const Document = z.object({
  info: z.object({ title: z.string(), description: z.string() }),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  components: z.object({ examples: z.record(z.string(), z.object({ value: z.object({ code: z.string(), status: z.int() }) })) }),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});

const config = { projectId: 'p', origins: ['https://foyer.test'], trustedProxies: null, recaptchaKey: null, appCheckKey: null };
const document = Document.parse(openApiDocument(documented, config));
const operations = Object.values(document.paths).flatMap((methods) => Object.values(methods));

describe('the OpenAPI document', () => {
  test('has every endpoint once', () => expect(operations).toHaveLength(documented.length));

  test('gives each operation its own id', () => {
    const ids = operations.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(['postConversations', 'postConversationsMessages', 'putManagersMeVerifiedLinks']));
    for (const id of ids) expect(id).toMatch(/^[a-zA-Z]+$/);
  });

  test('names each operation in a few words and describes it in sentences', () => {
    for (const { summary, description } of operations) {
      expect(summary).toMatch(/^[A-Z][\w’ ]{5,48}\w$/);
      expect(description).toMatch(/\.\n\n\*\*Who can call this:\*\* .+\.$/);
    }
  });

  test('describes exactly the groups it uses', () => {
    expect(new Set(operations.flatMap(({ tags }) => tags))).toEqual(new Set(document.tags.map(({ name }) => name)));
    expect(document.tags).toEqual(Object.values(GROUPS));
  });

  test('refuses an endpoint whose noun has no group', () => {
    const [endpoint] = documented;
    if (!endpoint) throw new Error('There is no endpoint.');
    expect(() => groupOf({ ...endpoint, path: '/api/novelties' })).toThrow('/api/novelties needs a group');
  });

  test('explains each problem of an operation in a sentence', () => {
    for (const [index, { problems }] of documented.entries()) {
      for (const code of problems) {
        expect(operationOf(index).responses[PROBLEMS[code]]?.description).toContain(`- \`${code}\`: ${titleOf(code)}`);
      }
    }
  });

  test('has an example of each problem', () => {
    const examples = Object.entries(document.components.examples).map(([code, { value }]) => [code, value.code, value.status]);
    expect(examples).toEqual((Object.keys(PROBLEMS) as ProblemCode[]).map((code) => [code, code, PROBLEMS[code]]));
  });

  test('opens with what applies to all operations', () => {
    for (const word of ['`Origin`', '`__session`', 'RFC 9457', '`Retry-After`']) expect(document.info.description).toContain(word);
  });
});

function operationOf(index: number) {
  const { path, method } = documented[index] ?? { path: '', method: '' };
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`${method} ${path} is missing.`);
  return operation;
}

const FIELDS = { ConversationId, Email, KeptId, MessageId, MessageText, PersonName, Slug, Time, TypedResumeCode };

test.each(Object.entries(FIELDS))('the examples of %s are valid', (_, schema) => {
  const { examples } = z.object({ examples: z.array(z.unknown()).min(1) }).parse(schema.meta());
  for (const example of examples) expect(schema.safeParse(example).success).toBe(true);
});
