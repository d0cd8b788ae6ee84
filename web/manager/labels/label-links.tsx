import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { Icon } from '../../ui/icon.tsx';
import { labels, needLabels } from '../conversations/known-labels.ts';
import { labelView, type View } from '../conversations/view.ts';
import { words } from '../filing-words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { openSheet } from '../workspace/panels.ts';
import { ColorDot, LabelDialog } from './label-dialog.tsx';

interface Props {
  /** Draws a link to a list. */
  link(view: View, name: VNode, dot: VNode): VNode;
  /** Classes of the button. */
  look: string;
}

/** The lists of labels, and a button to manage them. */
export function LabelLinks({ link, look }: Props) {
  const { store } = useWorkspace();
  useEffect(() => needLabels(store), [store]);
  return (
    <>
      {[...(labels.value?.values() ?? [])].map((label) => (
        <li key={label.id}>
          {link(
            labelView(label.id),
            <span dir="auto" class="min-w-0 truncate">
              {label.name}
            </span>,
            <ColorDot color={label.color} />,
          )}
        </li>
      ))}
      <li>
        <button
          type="button"
          aria-haspopup="dialog"
          class={look}
          onClick={() => openSheet((onClose) => <LabelDialog store={store} conversations={[]} onClose={onClose} />)}
        >
          <Icon name="label" class="shrink-0" />
          <span class="min-w-0 truncate text-start">{words.manageLabels}</span>
        </button>
      </li>
    </>
  );
}
