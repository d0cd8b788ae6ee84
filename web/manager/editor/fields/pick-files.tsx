import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface Props {
  label: string;
  isMultiple?: boolean;
  onPick(files: File[]): void;
  children(open: () => void): ComponentChildren;
}

/** What can be kept. Named one by one, so that an iPhone hands its HEIC over as JPEG. */
const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif';

/** Lets pictures be chosen from this machine by a button of one's own. */
export function PickFiles({ label, isMultiple = false, onPick, children }: Props) {
  const ref = useRef<HTMLInputElement>(null);
  return (
    <>
      {children(() => ref.current?.click())}
      <input
        ref={ref}
        type="file"
        accept={ACCEPTED}
        multiple={isMultiple}
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file again is a change too.
          event.currentTarget.value = '';
          onPick(files);
        }}
      />
    </>
  );
}
