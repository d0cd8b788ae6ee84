import { describe, expect, it } from 'vitest';
import { fillVariables, unknownIn, variablesIn } from './variables.ts';

const values = { name: 'Mina', 'my.name': 'Ada Moreau', page: 'https://foyer.example/ada' };

describe('fillVariables', () => {
  it('fills every known variable, whatever its case', () => {
    expect(fillVariables('Hello {name}, {Name}: {page}\n{my.name}', values)).toBe(
      'Hello Mina, Mina: https://foyer.example/ada\nAda Moreau',
    );
  });

  it('keeps unknown variables, code and values that are not known as they are', () => {
    const text = ['{company} {} {{} $', '{name} { name } {a1} {constructor} {page}'].join('');
    expect(fillVariables(text, { ...values, page: undefined })).toBe(text);
  });

  it('does not fill what a value contains', () => {
    expect(fillVariables('{name}!', { ...values, name: '{page}$&' })).toBe('{page}$&!');
  });

  it('takes linear time for thousands of braces', () => {
    expect(fillVariables('{'.repeat(4000), values)).toHaveLength(4000);
    expect(fillVariables('{a.'.repeat(1333), values)).toHaveLength(3999);
  });
});

it('lists the variables of a text, and those that nothing fills', () => {
  const text = '{name} {Company} {name} {my.name} {prénom}';
  expect(variablesIn(text)).toEqual(['{name}', '{Company}', '{my.name}', '{prénom}']);
  expect(unknownIn(text)).toEqual(['{Company}', '{prénom}']);
});
