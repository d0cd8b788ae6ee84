import type { Fault } from '@foyer/domain/fault';
import { speakCards } from '../speak.ts';
import { sentenceOfFault } from './sentence-of.ts';
import type { Talk } from './talk.ts';

/** Explains why a text was not sent. Loaded when it is needed: few visitors need the sentence. */
export async function sayFault({ set }: Talk, fault: Fault): Promise<void> {
  await speakCards();
  set({ said: sentenceOfFault(fault) });
}
