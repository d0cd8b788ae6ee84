/** Every case there is for the rules: what `npm test` runs once, and the mutation test upon each mutant. */
import './matrix.ts';
import './lists.ts';
import './conversation-state.ts';
import './block.ts';
import './reply.ts';
import './reply-summary.ts';
import './presence.ts';
import './labels-notes.ts';
import './parity.ts';
import './epoch.ts';
import './version-1.ts';
