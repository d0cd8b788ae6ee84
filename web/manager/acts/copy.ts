import { displayName } from '../conversations/visitor-name.ts';
import { say, sayFailed } from '../notice/notice.ts';
import { problemSentence } from '../problem-words.ts';
import { words } from '../words.ts';
import type { Act, Doing } from './act.ts';
import { takeCopy } from './take-copy.ts';

export const copyAsHtml = copyAs('html', words.downloadHtml, 'w');
export const copyAsJson = copyAs('json', words.downloadJson, 'd');

function copyAs(format: 'html' | 'json', label: string, key: string) {
  return {
    name: `copy-${format}`,
    label,
    icon: 'file',
    key,
    places: () => ['menu'],
    canApply: () => true,
    run: (doing) => copy(doing, format),
  } satisfies Act;
}

async function copy({ conversations, workspace }: Doing, format: 'html' | 'json'): Promise<void> {
  try {
    for (const one of conversations) await takeCopy(workspace.proof, one.id, displayName(one).text, format);
    say(words.downloaded({ count: conversations.length }));
  } catch (problem) {
    sayFailed(words.downloadFailed({ why: problemSentence(problem) }), () => copy({ conversations, workspace }, format));
  }
}
