/** A conversation as both of them see it. */
export function Exchange() {
  return (
    <figure class="exchange">
      <p class="said own">
        <span class="sr">Mina: </span>Would you design a book of letters? There are about four hundred, all from one lighthouse.
      </p>
      <p class="said">
        <span class="sr">Ada: </span>I would love to. Send me the three that you could not part with.
      </p>
      <p class="said own">
        <span class="sr">Mina: </span>That will take me a week.
      </p>
      <figcaption>
        <span>Mina’s code to come back</span>
        <code>7KX2-QP4T-DM9A-XH3W-B8NE</code>
      </figcaption>
    </figure>
  );
}
