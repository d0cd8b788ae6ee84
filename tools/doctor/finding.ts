import type { Deployment, Google } from '../google/google.ts';

export interface Finding {
  kind: 'mend' | 'unknown' | 'advice';
  /** One or two sentences, with the command or place that fixes it. */
  text: string;
}

/** One check of a deployment. No findings mean `ok`. */
export interface Check {
  /** A statement that is true if the check is `ok`. */
  name: string;
  run(google: Google, deployment: Deployment): Promise<Finding[]>;
}

export const mend = (text: string): Finding => ({ kind: 'mend', text });
export const unknown = (text: string): Finding => ({ kind: 'unknown', text });
export const advice = (text: string): Finding => ({ kind: 'advice', text });
