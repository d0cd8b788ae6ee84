import { expect, test } from 'vitest';
import { withoutOverridden } from './overridden.ts';

test.each([
  ['the same property', '.a{top:0;left:0}.a{top:1px}', '.a{left:0}.a{top:1px}'],
  ['a shorthand of it', '.a{padding-block:0}.a{padding:1px}', '.a{padding:1px}'],
  ['one of several selectors', '.a{top:0}.b,.a{top:1px}', '.b,.a{top:1px}'],
  ['rules for all of its selectors', '.a,.b{top:0}.b{top:1px}.a{top:2px}', '.b{top:1px}.a{top:2px}'],
  ['a rule after a media query', '.a{top:0}@media print{.a{top:1px}}.a{top:2px}', '@media print{.a{top:1px}}.a{top:2px}'],
])('removes what is overridden by %s', (_, sheet, left) => expect(withoutOverridden(sheet)).toBe(left));

test.each([
  ['only for some of its selectors', '.a,.b{top:0}.a{top:1px}'],
  ['by a rule with another selector', '.a{top:0}.a:hover{top:1px}'],
  ['by a selector in parentheses', ':is(.a,.b){top:0}.a{top:1px}'],
  ['by a part of it', '.a{padding:0}.a{padding-block:1px}'],
  ['in a media query', '.a{top:0}@media print{.a{top:1px}}'],
  ['by an earlier rule', '.a{top:0}.a{left:0}'],
  ['by a property with a similar name', '.a{border-radius:0}.a{border:0}'],
  ['although it is important', '.a{top:0!important}.a{top:1px}'],
  ['by a rule that some browsers leave out', '.a{top:0}.a,.b::-webkit-thumb{top:1px}'],
  ['by text that only looks like a declaration', '.a{top:0}.a{content:";top:1px"}'],
  ['by an address with a semicolon', '.a{top:0}.a{background:url(data:a;top:1)}'],
])('keeps what is not overridden: %s', (_, sheet) => expect(withoutOverridden(sheet)).toBe(sheet));
