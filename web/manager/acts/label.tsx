import type { Effect } from '../conversations/apply-effect.ts';
import { takingBack } from '../conversations/conversation-state.ts';
import { words } from '../filing-words.ts';
import type { Act } from './act.ts';
import { LabelDialog } from './late-dialogs.ts';

/** Adds a label or removes it. Several tabs may change a conversation's labels at the same time: nothing is lost. */
function labelling(id: string, label: string, isOn: boolean): Effect {
  return {
    change: () => ({ label: { id, isOn } }),
    said: (subject) => (isOn ? words.labelled : words.unlabelled)({ ...subject, label }),
    undo: takingBack,
  };
}

export const label = {
  name: 'label',
  label: words.labels,
  icon: 'label',
  key: 'l',
  places: () => ['menu'],
  canApply: () => true,
  dialog: ({ conversations, workspace, onClose }) => (
    <LabelDialog
      store={workspace.store}
      conversations={conversations}
      onClose={onClose}
      onSwitch={(current, { id, name }, isOn) => workspace.change(current, labelling(id, name, isOn))}
    />
  ),
} satisfies Act;
