import { classes } from '../../ui/classes.ts';

/** In units of the drawing, which is stretched to the available room. */
const HEIGHT = 100;
const STEP = 10;
const BAR = 7.5;

interface Props {
  values: readonly number[];
  /** The value of the upper edge. */
  end: number;
  label: string;
  /** The value of a bar in words. */
  say(index: number): string;
  /** The selected bar, if any. */
  asked: number | null;
  setAsked(index: number | null): void;
  /** Selected first by keyboard. */
  begin: number;
  isPale?(index: number): boolean;
}

/** A bar for each value. Pointer and arrow keys select one. */
export function Bars({ values, end, label, say, asked, setAsked, begin, isPale }: Props) {
  const last = values.length - 1;
  const select = (index: number) => setAsked(Math.min(last, Math.max(0, index)));

  const point = (event: PointerEvent) => {
    if (!(event.currentTarget instanceof Element)) return;
    const { left, right, width } = event.currentTarget.getBoundingClientRect();
    const fromStart = isMirrored(event.currentTarget) ? right - event.clientX : event.clientX - left;
    select(Math.floor((fromStart / width) * values.length));
  };
  // With touch, the selected bar stays after the finger is lifted.
  const leave = ({ pointerType }: PointerEvent) => {
    if (pointerType === 'mouse') setAsked(null);
  };
  const step = (event: KeyboardEvent) => {
    const from = asked ?? begin;
    const ahead = event.currentTarget instanceof Element && isMirrored(event.currentTarget) ? -1 : 1;
    const to = { ArrowLeft: from - ahead, ArrowDown: from - 1, ArrowRight: from + ahead, ArrowUp: from + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    select(to);
  };

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={last}
      aria-valuenow={asked ?? begin}
      aria-valuetext={say(asked ?? begin)}
      onFocus={() => setAsked(asked ?? begin)}
      onBlur={() => setAsked(null)}
      onKeyDown={step}
      onPointerMove={point}
      onPointerDown={point}
      onPointerLeave={leave}
      class="touch-pan-y border-y border-line"
    >
      <svg
        viewBox={`0 0 ${values.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        class="block h-28 w-full rtl:-scale-x-100"
        aria-hidden="true"
        focusable="false"
      >
        {values.map((value, index) => {
          const height = (value / end) * HEIGHT;
          return (
            <rect
              key={index}
              x={index * STEP + (STEP - BAR) / 2}
              y={HEIGHT - height}
              width={BAR}
              height={height}
              class={classes(index === asked ? 'fill-accent' : 'fill-edge', index !== asked && isPale?.(index) && 'opacity-45')}
            />
          );
        })}
      </svg>
    </div>
  );
}

/** Whether time runs from right to left. */
function isMirrored(element: Element): boolean {
  return getComputedStyle(element).direction === 'rtl';
}
