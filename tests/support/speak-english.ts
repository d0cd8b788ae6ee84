import { words as box } from '@foyer/words/compiled/en/box';
import { words as cards } from '@foyer/words/compiled/en/cards';
import { words as faults } from '@foyer/words/compiled/en/faults';
import { words as thread } from '@foyer/words/compiled/en/thread';
import { words as ui } from '@foyer/words/compiled/en/ui';
import { words as problems } from '@foyer/words/compiled/en/visitor-problems';
import { speakUi } from '../../web/ui/words.ts';
import { setBox, setCards, setThread } from '../../web/visitor/words.ts';

/** Unit tests read English, where a page would load its language first. */
speakUi(ui);
setBox(box);
setThread(thread);
setCards(cards, { problems, faults });
