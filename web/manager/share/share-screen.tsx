export function ShareScreen() {
  return <h2 class="p-6 text-xl font-semibold">Share</h2>;
}
