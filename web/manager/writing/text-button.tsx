interface Props {
  /** For screen readers, with the thing that it acts on. */
  label: string;
  text: string;
  onClick(): void;
}

/** A small act below something in the thread. */
export function TextButton({ label, text, onClick }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      onClick={onClick}
      class="rounded font-semibold underline underline-offset-2 pointer-coarse:py-3"
    >
      {text}
    </button>
  );
}
