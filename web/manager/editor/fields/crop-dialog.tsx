import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { dragged, type Framing, WHOLE, zoomMax } from './crop-area.ts';
import { drawPart } from './cropped.ts';

interface Props {
  picture: ImageBitmap;
  /** Of the place that it is for: width by height. */
  aspect: number;
  isRound: boolean;
  onDone(framing: Framing): void;
  onClose(): void;
}

/** Twice what is shown, for screens with fine pixels. */
const CANVAS_WIDTH = 720;

/** Chooses the part of a picture that is shown: by dragging it, or with the sliders, which keys move too. */
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
    // In pixels of the picture.
    const scale = Math.min(picture.width, picture.height * aspect) / framing.peek().zoom / box.width;
    const by = { x: (event.clientX - from.current.x) * scale, y: (event.clientY - from.current.y) * scale };
    framing.value = dragged(picture, aspect, framing.peek(), by);
    from.current = { x: event.clientX, y: event.clientY };
  };
  const put = (part: Partial<Framing>) => {
    framing.value = { ...framing.peek(), ...part };
  };
  return (
    <Dialog label="Crop the picture" isWide onClose={onClose}>
      <div class="p-5">
        <h2 class="text-base font-semibold">Choose what to show</h2>
        <div class="mt-4 grid place-items-center rounded-xl bg-canvas p-3">
          <canvas
            ref={canvas}
            width={CANVAS_WIDTH}
            height={Math.round(CANVAS_WIDTH / aspect)}
            role="img"
            aria-label="What is shown"
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
        <div class="mt-4 flex flex-col gap-2">
          <Slider label="Zoom" min={1} max={closest} value={framing.value.zoom} onMove={(zoom) => put({ zoom })} />
          <Slider label="Left to right" min={0} max={1} value={framing.value.x} onMove={(x) => put({ x })} />
          <Slider label="Top to bottom" min={0} max={1} value={framing.value.y} onMove={(y) => put({ y })} />
        </div>
        <div class="mt-5 flex flex-wrap justify-end gap-2">
          <Button kind="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button kind="primary" onClick={() => onDone(framing.peek())}>
            Use picture
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Slider(props: { label: string; min: number; max: number; value: number; onMove(value: number): void }) {
  const { label, min, max, value, onMove } = props;
  return (
    <label class="flex items-center gap-3 text-sm pointer-coarse:min-h-11">
      <span class="w-28 shrink-0">{label}</span>
      <input
        type="range"
        min={min}
        max={max}
        step={(max - min) / 50 || 1}
        value={value}
        disabled={max === min}
        class="min-w-0 grow accent-accent"
        onInput={(event) => onMove(event.currentTarget.valueAsNumber)}
      />
    </label>
  );
}
