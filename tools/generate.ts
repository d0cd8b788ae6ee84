import { parseArgs } from 'node:util';
import { origin } from './emulators/config.ts';
import { portsOfStart, START_PROJECT, withoutTriggers } from './emulators/running.ts';
import { Sentence, tell } from './emulators/sentence.ts';

const USAGE =
  'Usage: npm run generate -- --conversations 1000 [--messages 3000] [--manager ada-moreau] [--seed 1] [--years 3] [--project demo-foyer]';

/** `npm run generate`: fills an inbox of a running `npm start` with generated conversations. Writes to emulators only. */
async function generate(args: readonly string[]): Promise<number> {
  const { conversations, messages, seed, years, manager, project } = optionsIn(args);
  // The address below is always this machine's, so this refuses a name that can only be a mistake.
  if (!project.startsWith('demo-')) throw new Sentence(`${project} is not an emulator project, so nothing was written.`);
  const ports = await portsOfStart();
  if (!ports) throw new Sentence('Nothing was written, because no emulators are running here. Start them with `npm start`.');
  process.env.METADATA_SERVER_DETECTION = 'none';
  // Loaded here, so a mistyped option is told at once.
  const [{ Firestore }, { fillInbox }] = await Promise.all([import('@google-cloud/firestore'), import('./generator/fill.ts')]);
  const db = new Firestore({ projectId: project, host: `127.0.0.1:${ports.firestore}`, ssl: false });
  const startedAt = Date.now();
  const say = (written: { conversations: number; messages: number }) => {
    const seconds = (Date.now() - startedAt) / 1000;
    const perSecond = Math.round((written.conversations + written.messages) / seconds);
    process.stdout.write(
      `\r${written.conversations} of ${conversations} conversations, ${written.messages} messages, ${seconds.toFixed(0)} s, ${perSecond} documents/s `,
    );
  };
  try {
    await withoutTriggers(origin(ports.hub), () =>
      fillInbox(db, { managerId: manager, conversations, messages, seed, years, nowMs: startedAt, onProgress: say }),
    );
  } finally {
    process.stdout.write('\n');
    await db.terminate();
  }
  return 0;
}

function optionsIn(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { conversations: text, messages: text, manager: text, seed: text, years: text, project: text };
  try {
    const { values } = parseArgs({ args: [...args], options });
    const conversations = natural(values.conversations);
    const messages = values.messages === undefined ? 3 * conversations : natural(values.messages);
    if (messages < conversations) throw new Sentence('Every conversation has at least one message.');
    return {
      conversations,
      messages,
      seed: natural(values.seed ?? '1'),
      years: natural(values.years ?? '3'),
      manager: values.manager ?? 'ada-moreau',
      project: values.project ?? START_PROJECT,
    };
  } catch (error) {
    throw error instanceof Sentence ? error : new Sentence(USAGE);
  }
}

function natural(text: string | undefined): number {
  if (text === undefined || !/^[1-9]\d{0,7}$/.test(text)) throw new Sentence(USAGE);
  return Number(text);
}

await tell(() => generate(process.argv.slice(2)));
