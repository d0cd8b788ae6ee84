export function EditorScreen() {
  return <h2 class="p-6 text-xl font-semibold">My page</h2>;
}
