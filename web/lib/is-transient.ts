import { ApiProblem } from './api.ts';

/** Whether the same request may succeed later, without a change by the person. */
export function isTransient(cause: unknown): boolean {
  return cause instanceof ApiProblem && /^(offline|busy|internal|too-fast|body-too-slow|challenge-required)$/.test(cause.code);
}
