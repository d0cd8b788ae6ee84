import { LANGUAGES } from '@foyer/domain/language';
import { words as replies } from '@foyer/words/compiled/all/canned-replies';
import { words as commands } from '@foyer/words/compiled/all/commands';
import { words as contacts } from '@foyer/words/compiled/all/contacts';
import { words as dashboard } from '@foyer/words/compiled/all/dashboard';
import { words as devices } from '@foyer/words/compiled/all/devices';
import { words as door } from '@foyer/words/compiled/all/door';
import { words as editor } from '@foyer/words/compiled/all/editor';
import { words as settings } from '@foyer/words/compiled/all/settings';
import { expect, test } from 'vitest';

const NAME = '·';

/** WCAG 2.5.3: people who speak to their device say what they see. */
test.each(LANGUAGES)('the names of buttons contain their labels in %s', (language) => {
  const [inReplies, inEditor, inSettings] = [replies[language], editor[language], settings[language]];
  const buttons = [
    [inReplies.edit, inReplies.editNamed({ title: NAME })],
    [inReplies.delete, inReplies.deleteNamed({ title: NAME })],
    [contacts[language].merge, contacts[language].mergeAll({ names: NAME })],
    [dashboard[language].undo, commands[language].undoThis({ sentence: NAME })],
    [devices[language].remove, devices[language].removeNamed({ name: NAME })],
    [door[language].viewMyPage, door[language].viewMyPageTab],
    [inEditor.removeSection, inEditor.removeSectionNamed({ name: NAME })],
    [inEditor.viewPage, inEditor.viewPageInNewTab],
    [inSettings.change, inSettings.changeEmail],
    [inSettings.change, inSettings.changePassword],
  ] as const;
  const lower = (text: string) => text.toLocaleLowerCase(language);
  expect(buttons.filter(([label, name]) => !lower(name).includes(lower(label)))).toEqual([]);
});
