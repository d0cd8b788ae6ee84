import { useSite } from '../site-words.ts';

export function Exchange() {
  const { words } = useSite();
  return (
    <figure class="exchange">
      <p class="said own">
        <span class="sr">{words.minaSays} </span>
        {words.exampleQuestion}
      </p>
      <p class="said">
        <span class="sr">{words.adaSays} </span>
        {words.exampleAnswer}
      </p>
      <p class="said own">
        <span class="sr">{words.minaSays} </span>
        {words.exampleEnd}
      </p>
      <figcaption>
        <span>{words.exampleCode}</span>
        <code dir="ltr">7KX2-QP4T-DM9A-XH3W-B8NE</code>
      </figcaption>
    </figure>
  );
}
