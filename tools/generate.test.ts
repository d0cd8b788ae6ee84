import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

function generate(...args: string[]) {
  const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('generate.ts', import.meta.url)), ...args], {
    encoding: 'utf8',
  });
  return { status, said: stderr.trim() };
}

test('refuses any project that is not an emulator’s', () => {
  const { status, said } = generate('--conversations', '10', '--project', 'foyer-production');
  expect(status).toBe(1);
  expect(said).toBe('foyer-production is not an emulator project, so nothing was written.');
});

test.each([[['--conversations', 'many']], [['--conversations', '10', '--host', 'example.org']]])('shows its usage for %j', (args) => {
  const { status, said } = generate(...args);
  expect(status).toBe(1);
  expect(said).toMatch(/^Usage: npm run generate/);
});

test('refuses fewer messages than conversations', () => {
  expect(generate('--conversations', '10', '--messages', '9').said).toBe('Every conversation has at least one message.');
});
