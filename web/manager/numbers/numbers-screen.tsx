export function NumbersScreen() {
  return <h2 class="p-6 text-xl font-semibold">Numbers</h2>;
}
