import { FAULTS, type Fault, type FaultCode, type Values } from '@foyer/domain/fault';
import type { FieldError } from '@foyer/domain/problem';
import { words } from '@foyer/words/compiled/en/faults';
import { messageOf } from '@foyer/words/message-of';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Fields listed in one answer. */
const ERRORS_MAX = 20;

/** Converts a schema's issues to the errors of each field. `path` is where the validated value is. */
export function fieldErrors(issues: readonly Issue[], path: readonly string[] = []): FieldError[] {
  return issues.slice(0, ERRORS_MAX).map((issue) => fieldError([...path, ...issue.path], faultOf(issue)));
}

export function fieldError(path: readonly PropertyKey[], { code, values }: Fault): FieldError {
  return { path: path.join('.'), code, ...(values && { values }), message: messageOf(words, code, values) ?? words['not-allowed'] };
}

/** The fault of an issue: the one that the schema names, or a general one for its kind. Never the validator's own message. */
export function faultOf(issue: Issue): Fault {
  if (isFaultCode(issue.message)) return { code: issue.message, values: valuesOf(issue, FAULTS[issue.message]) } as Fault;
  switch (issue.code) {
    case 'invalid_type':
      return { code: issue.input === undefined ? 'required' : 'wrong-format' };
    case 'invalid_format':
      return { code: 'wrong-format' };
    case 'too_big':
      return tooBig(issue);
    case 'too_small':
      return issue.origin === 'string' ? { code: 'too-short', values: { min: Number(issue.minimum) } } : { code: 'not-allowed' };
    case 'unrecognized_keys':
      return { code: 'unknown-field', values: { name: issue.keys[0] ?? '' } };
    case 'invalid_union':
      return ofUnion(issue);
    default:
      return { code: 'not-allowed' };
  }
}

function isFaultCode(message: string): message is FaultCode {
  return Object.hasOwn(FAULTS, message);
}

/** The values that a schema added, or else the limits of its check. */
function valuesOf(issue: Issue, names: readonly string[]): Values | undefined {
  if (names.length === 0) return undefined;
  const given: Record<string, unknown> = issue.code === 'custom' ? { ...issue.params } : {};
  if (issue.code === 'too_big') given.max = Number(issue.maximum);
  if (issue.code === 'too_small') given.min = Number(issue.minimum);
  return given as Values;
}

function tooBig({ origin, maximum, input }: z.core.$ZodIssueTooBig): Fault {
  const max = Number(maximum);
  if (origin === 'array') return { code: 'too-many', values: { max } };
  return typeof input === 'string' ? { code: 'too-long', values: { over: input.length - max, max } } : { code: 'not-allowed' };
}

/** For a value that matches none of several schemas: the last one's fault, since the ones before it are single values. */
function ofUnion({ errors, input }: z.core.$ZodIssueInvalidUnion): Fault {
  const last = errors.at(-1)?.[0];
  if (input === undefined) return { code: 'required' };
  return last && last.path.length === 0 ? faultOf(last) : { code: 'not-allowed' };
}
