import { words as shared } from '../words.ts';
import { Drawing } from './drawing.tsx';

interface Props {
  label: string;
  keyHint?: string;
  drawing: string;
  isPressed?: boolean;
  onClick(): void;
}

/** A button of the row above the field. A press leaves the selection in the field as it is. */
export function ToolButton({ label, keyHint, drawing, isPressed, onClick }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-expanded={isPressed}
      aria-keyshortcuts={keyHint}
      title={keyHint ? shared.withKey({ label, key: keyHint }) : label}
      class="inline-grid size-8 shrink-0 place-items-center rounded-lg text-soft transition-colors duration-150 hover:bg-hover hover:text-ink pointer-coarse:size-11"
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <Drawing path={drawing} />
    </button>
  );
}
