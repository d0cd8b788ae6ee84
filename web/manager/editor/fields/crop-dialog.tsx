import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { words } from '../words.ts';
import { dragged, type Framing, WHOLE, zoomMax } from './crop-area.ts';
import { drawPart } from './cropped.ts';

interface Props {
  picture: ImageBitmap;
  /** Width by height of its place on the page. */
  aspect: number;
  isRound: boolean;
  onDone(framing: Framing): void;
  onClose(): void;
}

/** Twice the shown width, for high-density screens. */
const CANVAS_WIDTH = 720;

/** Chooses the part of an image that is shown, by dragging it or with sliders, which also work by keyboard. */
export function CropDialog({ picture, aspect, isRound, onDone, onClose }: Props) {
  const framing = useSignal(WHOLE);
  const canvas = useRef<HTMLCanvasElement>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const closest = zoomMax(picture, aspect);
  useLayoutEffect(() => {
    if (canvas.current) drawPart(canvas.current, picture, aspect, framing.value);
  }, [framing.value]);
  const drag = (event: PointerEvent) => {
    const box = canvas.current?.getBoundingClientRect();
    if (!from.current || !box) return;
    // In pixels of the image.
    const scale = Math.min(picture.width, picture.height * aspect) / framing.peek().zoom / box.width;
    const by = { x: (event.clientX - from.current.x) * scale, y: (event.clientY - from.current.y) * scale };
    framing.value = dragged(picture, aspect, framing.peek(), by);
    from.current = { x: event.clientX, y: event.clientY };
  };
  const put = (part: Partial<Framing>) => {
    framing.value = { ...framing.peek(), ...part };
  };
  return (
    <Dialog label={words.cropTitle} isWide onClose={onClose}>
      <div class="p-5">
        <h2 class="text-base font-semibold">{words.cropTitle}</h2>
        <div class="mt-4 grid place-items-center rounded-xl bg-canvas p-3">
          <canvas
            ref={canvas}
            width={CANVAS_WIDTH}
            height={Math.round(CANVAS_WIDTH / aspect)}
            role="img"
            aria-label={words.shownPart}
            class={`max-h-[max(6rem,min(42dvh,calc(85dvh-18rem)))] max-w-full cursor-grab touch-none object-contain active:cursor-grabbing ${isRound ? 'rounded-2xl' : 'rounded-lg'}`}
            onPointerDown={(event) => {
              event.currentTarget.setPointerCapture(event.pointerId);
              from.current = { x: event.clientX, y: event.clientY };
            }}
            onPointerMove={drag}
            onPointerUp={() => {
              from.current = null;
            }}
            onPointerCancel={() => {
              from.current = null;
            }}
          />
        </div>
        <div class="mt-4 grid grid-cols-[fit-content(50%)_1fr] gap-x-3 gap-y-2">
          <Slider label={words.zoom} min={1} max={closest} value={framing.value.zoom} onMove={(zoom) => put({ zoom })} />
          <Slider label={words.leftToRight} isPhysical min={0} max={1} value={framing.value.x} onMove={(x) => put({ x })} />
          <Slider label={words.topToBottom} min={0} max={1} value={framing.value.y} onMove={(y) => put({ y })} />
        </div>
        <div class="mt-5 flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button kind="primary" onClick={() => onDone(framing.peek())}>
            {words.useImage}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

interface SliderProps {
  label: string;
  /** Whether left is the image's left, whatever the direction of the text. */
  isPhysical?: boolean;
  min: number;
  max: number;
  value: number;
  onMove(value: number): void;
}

function Slider({ label, isPhysical = false, min, max, value, onMove }: SliderProps) {
  return (
    <label class="col-span-2 grid grid-cols-subgrid items-center text-sm pointer-coarse:min-h-11">
      <span>{label}</span>
      <input
        type="range"
        dir={isPhysical ? 'ltr' : undefined}
        min={min}
        max={max}
        step={(max - min) / 50 || 1}
        value={value}
        disabled={max === min}
        class="min-w-0 accent-accent"
        onInput={(event) => onMove(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}
