import type { Mutant } from './mutants.ts';

/** A mutant that no request can distinguish from the rules, and why. */
export interface Equivalent extends Pick<Mutant, 'place' | 'rule' | 'becomes'> {
  because: string;
}

const message =
  'allow create: if isOwner() && isMessageId(messageId) && isManagersMessage(request.resource.data, managerId) && isSummarised(messageId);';

/** Written by hand, one judgement each. An entry that a case kills, or that is no longer generated, fails the test. */
export const EQUIVALENT: readonly Equivalent[] = [
  // Both halves of a reply require the same conditions: a change to one of them leaves the other in effect.
  {
    place: 'function isReply()',
    rule: '&& last.at == request.time',
    becomes: '',
    because: 'The message has to be new in this commit, so its own rule has been asked, in which isSummarised asks the same of this field.',
  },
  {
    place: 'function isReply()',
    rule: '&& isMessageId(last.id)',
    becomes: '',
    because: 'The message has to be new in this commit, so its own rule has been asked, which asks the same of its id.',
  },
  {
    place: 'match /messages/{messageId}',
    rule: message,
    becomes: message.replace('isOwner() && ', ''),
    because: 'A summary has to be written in this commit, and the rule of the conversation lets nobody write it but the owner.',
  },
  {
    place: 'match /messages/{messageId}',
    rule: message,
    becomes: message.replace('isMessageId(messageId) && ', ''),
    because: 'A summary has to be written in this commit, and isReply asks the same of the id that it names.',
  },
  {
    place: 'match /messages/{messageId}',
    rule: message,
    becomes: message.replace('create', 'create, update'),
    because: 'A summary has to be written in this commit, and isReply accepts it only if the message did not exist before.',
  },

  // No browser may create or delete a conversation.
  ...[
    { place: 'match /presence/manager', before: '&& ', after: ';' },
    {
      place: 'match /private/draft',
      before: 'allow create: if isOwner() && isReplyDraft(request.resource.data) && ',
      after: ';',
    },
    {
      place: 'match /notes/{noteId}',
      before: 'allow create: if isOwner() && isSlot(noteId) && isNewNote(request.resource.data) && ',
      after: ';',
    },
  ].map(({ place, before, after }) => ({
    place,
    rule: `${before}exists(conversation())${after}`,
    becomes: `${before}existsAfter(conversation())${after}`,
    because: 'A commit that creates or deletes the conversation is refused as a whole, so it exists before and after, or never.',
  })),

  {
    place: 'function isBlockTold()',
    rule: "return !('blockedAt' in changed()) || !existsAfter(presence())",
    becomes: 'return !existsAfter(presence())',
    because: 'What was told is true already, so a commit that leaves the block as it is passes the comparison. It only costs two look-ups.',
  },
  {
    place: 'function isPaced()',
    rule: "return !('updatedAt' in resource.data) || request.time > resource.data.updatedAt + duration.value(1, 's');",
    becomes: "return !('updatedAt' in resource.data) || request.time >= resource.data.updatedAt + duration.value(1, 's');",
    because: "They differ in one microsecond of the server's clock, which no request can choose.",
  },
  {
    place: 'function isNextPresence(fields)',
    rule: "&& (!('seenAt' in resource.data) || request.time > resource.data.seenAt + duration.value(1, 's'))",
    becomes: "&& (!('seenAt' in resource.data) || request.time >= resource.data.seenAt + duration.value(1, 's'))",
    because: "They differ in one microsecond of the server's clock, which no request can choose.",
  },

  {
    place: 'function isKeptLabel()',
    rule: "return 'name' in resource.data || request.time < resource.data.deletedAt + duration.value(1, 'm');",
    becomes: "return 'name' in resource.data || request.time <= resource.data.deletedAt + duration.value(1, 'm');",
    because: "They differ in one microsecond of the server's clock, which no request can choose.",
  },
  {
    place: 'function isScheduledReply(reply)',
    rule: "&& reply.sendAt <= request.time + duration.value(366, 'd')",
    becomes: "&& reply.sendAt < request.time + duration.value(366, 'd')",
    because: "They differ in one microsecond of the server's clock, which no request can choose.",
  },
  {
    place: 'function isContact(contact)',
    rule: "&& areLines(contact.fields.keys(), '^[^\\n]{1,40}(\\n[^\\n]{1,40})*$')",
    becomes: "&& areLines(contact.fields.keys(), '^[^\\n]{1,40}(\\n[^\\n]{0,40})*$')",
    because: 'The store itself refuses a field without a name.',
  },
  {
    place: 'function isContact(contact)',
    rule: "&& areLines(contact.fields.keys(), '^[^\\n]{1,40}(\\n[^\\n]{1,40})*$')",
    becomes: "&& areLines(contact.fields.keys(), '^[^\\n]{0,40}(\\n[^\\n]{1,40})*$')",
    because: 'The store itself refuses a field without a name.',
  },
  ...[
    ["settings.get('isTextInPush', false) is bool", "settings.get('isTextInPush', true) is bool"],
    ["settings.get('hasSound', false) is bool", "settings.get('hasSound', true) is bool"],
    ["settings.get('hasReceipts', true) is bool", "settings.get('hasReceipts', false) is bool"],
    [
      "settings.get('timeZone', 'UTC').matches('^[A-Za-z0-9_+/-]{1,60}$')",
      "settings.get('timeZone', 'UTCx').matches('^[A-Za-z0-9_+/-]{1,60}$')",
    ],
  ].map(([rule, becomes]) => ({
    place: 'function isSettings(settings)',
    rule: `&& ${rule}`,
    becomes: `&& ${becomes}`,
    because: 'Any value that passes stands for a missing field.',
  })),

  // The statement for updates requires all of this but the id, which an update can't choose.
  ...[
    {
      place: 'match /private/draft',
      condition: 'isOwner() && isReplyDraft(request.resource.data) && exists(conversation())',
    },
    {
      place: 'match /cannedReplies/{cannedReplyId}',
      condition: 'isOwner() && isSlot(cannedReplyId) && isCannedReply(request.resource.data)',
    },
  ].map(({ place, condition }) => ({
    place,
    rule: `allow create: if ${condition};`,
    becomes: `allow create, update: if ${condition};`,
    because: 'Whatever update this lets in, the statement for updates has let in before: it asks for less.',
  })),

  ...[
    {
      place: 'match /public/presence',
      condition: "isOwner() && isManagerPresence() && (!('seenAt' in changed()) || isNowOrAbsent('seenAt')) && isPaced()",
      rest: '',
    },
    { place: 'match /private/devices', condition: "isOwner() && isFront() && changed().hasOnly(['frontAt'])" },
    {
      place: 'match /labels/{labelId}',
      condition: 'isOwner() && (isDeletedLabel(request.resource.data) || (isLabel(request.resource.data) && isKeptLabel()))',
    },
    { place: 'match /private/draft', condition: 'isOwner() && isReplyDraft(request.resource.data)' },
    {
      place: 'match /scheduled/{messageId}',
      condition: "isOwner() && isScheduledReply(request.resource.data) && !('createdAt' in changed())",
    },
    { place: 'match /cannedReplies/{cannedReplyId}', condition: 'isOwner() && isCannedReply(request.resource.data)' },
    {
      place: 'match /conversations/{conversationId}',
      condition: 'isOwner() && ((isManagersState() && isBlockTold()) || isReply()) && isScheduledTrue()',
    },
    {
      place: 'match /presence/visitor',
      condition: "isVisitor() && isNextPresence(['seenAt', 'readAt', 'typingAt']) && isWelcome(stored())",
    },
    { place: 'match /notes/{noteId}', condition: "isOwner() && changed().hasOnly(['text']) && isText(request.resource.data.text, 4000)" },
  ].map(({ place, condition, rest = ';' }) => ({
    place,
    rule: `allow update: if ${condition}${rest}`,
    becomes: `allow update, delete: if ${condition}${rest}`,
    because: 'A delete has no request.resource: whatever asks for its data is an error, and an error denies.',
  })),
  ...[
    { place: 'match /private/settings', condition: 'isOwner() && isSettings(request.resource.data)' },
    { place: 'match /contacts/{contactId}', condition: 'isOwner() && isMessageId(contactId) && isContact(request.resource.data)' },
    {
      place: 'match /scheduled/{messageId}',
      condition: 'isOwner() && isMessageId(messageId) && isNewScheduledReply() && isListed(messageId)',
    },
  ].map(({ place, condition }) => ({
    place,
    rule: `allow create, update: if ${condition};`,
    becomes: `allow create, update, delete: if ${condition};`,
    because: 'A delete has no request.resource: whatever asks for its data is an error, and an error denies.',
  })),
  {
    place: 'match /presence/manager',
    rule: 'allow update: if isOwner()',
    becomes: 'allow update, delete: if isOwner()',
    because: 'A delete has no request.resource, and the lines that follow ask for its data.',
  },
];
