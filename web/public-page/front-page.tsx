import { Doorway } from './doorway.tsx';

export function FrontPage() {
  return (
    <main class="plain">
      <Doorway isOpen />
      <div>
        <h1>A front door of your own</h1>
        <p>Foyer gives you a page where anybody can write to you, without an account and without your email address.</p>
        <p>
          <a class="button" href="/app">
            Make your page
          </a>
        </p>
      </div>
    </main>
  );
}
