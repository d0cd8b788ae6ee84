export function Key({ name }: { name: string }) {
  return (
    <kbd class="inline-grid h-6 min-w-6 place-items-center rounded-md border border-line bg-paper px-1.5 font-sans text-xs text-soft">
      {name}
    </kbd>
  );
}
