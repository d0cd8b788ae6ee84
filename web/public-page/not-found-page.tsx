import { RESUME_PATH } from '@foyer/domain/resume-code';
import { Doorway } from './doorway.tsx';

export function NotFoundPage() {
  return (
    <main class="plain">
      <Doorway isOpen={false} />
      <div>
        <h1>There is no page here</h1>
        <p>A letter of the address may be missing, or the person has moved. If somebody gave it to you, ask them for it once more.</p>
        <p class="plain-ways">
          <a href={RESUME_PATH}>I have a code</a>
          <a href="/">What is Foyer?</a>
        </p>
      </div>
    </main>
  );
}
