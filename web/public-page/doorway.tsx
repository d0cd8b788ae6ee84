/** Foyer's picture: an open door with the room's light on the floor, or a closed one with a letter in front of it. */
export function Doorway({ isOpen }: { isOpen: boolean }) {
  return (
    <svg class="doorway" viewBox="0 0 320 400" width="320" height="400" aria-hidden="true">
      {isOpen ? (
        <>
          <path class="glow" d="M96 336h128l72 64H0z" />
          <path class="light" d="M96 40h128v296H96z" />
          <path class="floor" d="M0 336h96M224 336h96" />
          <path d="M96 336V40h128v296" />
          <path class="leaf" d="M224 40l56-24v352l-56-32zM268 196v16" />
        </>
      ) : (
        <path d="M0 336h320M96 336V40h128v296M108 336V52h104v284M198 190v16M128 362l64-8 4 22-64 8zl38 8 26-16" />
      )}
    </svg>
  );
}
