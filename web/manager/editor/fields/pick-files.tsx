import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';

interface Props {
  label: string;
  isMultiple?: boolean;
  onPick(files: File[]): void;
  children(open: () => void): ComponentChildren;
}

/** Listed one by one, so that an iPhone converts HEIC to JPEG. */
const ACCEPTED = 'image/jpeg,image/png,image/webp,image/avif';

/** A file picker for images, opened by the button that `children` draws. */
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
          // So that choosing the same file again is a change.
          event.currentTarget.value = '';
          onPick(files);
        }}
      />
    </>
  );
}
