import { type CodeFault, faultOfCode } from '@foyer/domain/typed-code';
import { sentenceOfFault } from '../talk/sentence-of.ts';

export function codeFaultSentence(fault: CodeFault): string {
  return sentenceOfFault(faultOfCode(fault));
}
