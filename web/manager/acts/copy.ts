import { problemSentence } from '../auth/proof.ts';
import { displayName } from '../conversations/visitor-name.ts';
import { say, sayFailed } from '../notice/notice.ts';
import type { Act, Doing } from './act.ts';
import { inNumber } from './in-number.ts';
import { takeCopy } from './take-copy.ts';

export const copyAsHtml = copyAs('html');
export const copyAsJson = copyAs('json');

function copyAs(format: 'html' | 'json') {
  return {
    name: `copy-${format}`,
    label: `Take a copy (${format.toUpperCase()})`,
    icon: 'file',
    help: 'Copy',
    places: () => ['menu'],
    canApply: () => true,
    run: (doing) => copy(doing, format),
  } satisfies Act;
}

async function copy({ conversations, workspace }: Doing, format: 'html' | 'json'): Promise<void> {
  try {
    for (const { id, visitor } of conversations) await takeCopy(workspace.proof, id, displayName(visitor, id).text, format);
    say(inNumber(conversations, 'The copy is saved on this device.', () => 'The copies are saved on this device.'));
  } catch (problem) {
    sayFailed(`There is no copy yet. ${problemSentence(problem)}`, () => copy({ conversations, workspace }, format));
  }
}
