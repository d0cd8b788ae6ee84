import { createInterface } from 'node:readline';

/**
 * Replaces firebase-tools' runtime of Storage rules if that is not available: it implements the runtime's line protocol and denies all,
 * which is what storage.rules says. It proves nothing about that file.
 */
function answer(id: number, action: string, result: object): void {
  process.stdout.write(`${JSON.stringify({ id, action, status: 'ok', errors: [], warnings: [], result })}\n`);
}

const RESULTS: Readonly<Record<string, object>> = { load_ruleset: { rulesVersion: 2 }, verify: { permit: false } };

process.once('SIGINT', () => process.exit(0));
createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { id, action } = JSON.parse(line) as { id: number; action: string };
    answer(id, action, RESULTS[action] ?? {});
  })
  .on('close', () => process.exit(0));

answer(-1, 'server_start', {});
