import { type ExportRequest, saveVia } from './export.ts';

/**
 * Loaded into the emulators' process before firebase-tools (`node --import`). That process has a session of its own, so that Ctrl-C reaches
 * the launcher alone. Should the launcher die without a word, this lets the emulators save and end instead of living on.
 */
let request: ExportRequest | undefined;

process.on('message', (message) => {
  request = message as ExportRequest;
});
process.once('disconnect', async () => {
  if (request) await saveVia(request).catch(() => {});
  process.kill(process.pid, 'SIGINT');
});
process.channel?.unref();

// Their reader is the launcher: gone with it.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
