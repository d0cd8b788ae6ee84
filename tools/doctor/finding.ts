import type { Deployment, Google } from '../google/google.ts';

/** Something to tell: to be mended, not known, or worth doing although nothing is wrong without it. */
export interface Finding {
  kind: 'mend' | 'unknown' | 'advice';
  /** One or two sentences, with the command or place that mends it. */
  text: string;
}

/** One question to a deployment. No findings: all is well. */
export interface Check {
  /** The fact that holds when all is well. */
  name: string;
  run(google: Google, deployment: Deployment): Promise<Finding[]>;
}

/** Something that is wrong. */
export const mend = (text: string): Finding => ({ kind: 'mend', text });
/** Something that could not be looked at. */
export const unknown = (text: string): Finding => ({ kind: 'unknown', text });
/** Something that would be better, and is not wrong. */
export const advice = (text: string): Finding => ({ kind: 'advice', text });
