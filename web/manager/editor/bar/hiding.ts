/** A resting finger moves a little. Only this much in one direction counts. */
const MEANT_PX = 24;

/** Whether a bar of this height should hide, asked at each scroll position: hidden on the way down, back on the way up and at the top. */
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
