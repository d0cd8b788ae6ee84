/** Every case for the rules: `npm test` runs them once, and the mutation test runs them on each mutant. */
import './matrix.ts';
import './lists.ts';
import './conversation-state.ts';
import './block.ts';
import './reply.ts';
import './reply-summary.ts';
import './presence.ts';
import './labels-notes.ts';
import './scheduled.ts';
import './contacts.ts';
import './settings.ts';
import './parity.ts';
import './epoch.ts';
import './version-1.ts';
import './version-2.ts';
