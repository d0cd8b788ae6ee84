import { type ExportRequest, saveVia } from './export.ts';

/**
 * Loaded into the emulators' process before firebase-tools (`node --import`). That process has its own session, so Ctrl-C reaches only the
 * launcher. If the launcher is killed, this makes the emulators save and exit instead of running on.
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

// The launcher read these streams. Without it, writing fails.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
