/** A finger that rests moves a little: only this much in one direction is meant. */
const MEANT_PX = 24;

/** Whether a bar of this height over something that scrolls should hide, asked at each step: gone on the way down, back on the way up and at the top. */
export function createHiding(height: number): (scrollTop: number) => boolean {
  let isHidden = false;
  let isGoingDown = false;
  let last = 0;
  let turnedAt = 0;
  return (scrollTop) => {
    const isDown = scrollTop > last;
    if (scrollTop !== last && isDown !== isGoingDown) turnedAt = last;
    if (scrollTop !== last) isGoingDown = isDown;
    last = scrollTop;
    if (scrollTop <= height) isHidden = false;
    else if (Math.abs(scrollTop - turnedAt) >= MEANT_PX) isHidden = isGoingDown;
    return isHidden;
  };
}
