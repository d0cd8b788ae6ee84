import { classes } from '../../../ui/classes.ts';
import { PageFrame } from './page-frame.tsx';
import type { AsideProps } from './preview-aside.tsx';
import { useRoom } from './use-room.ts';

const PHONE = { width: 390, height: 844 };

/** The page on a phone, as large as the size in `class` allows. */
export function PageAside({ class: size, ...props }: AsideProps & { class: string }) {
  const { stage, room } = useRoom();
  const scale = Math.min(1, room.value.height / PHONE.height);
  return (
    <div ref={stage} class={classes('grid w-full place-items-center', size)}>
      {scale > 0 && (
        <div
          class="enter overflow-clip rounded-2xl bg-paper shadow-raised"
          style={{ width: `${PHONE.width * scale}px`, height: `${PHONE.height * scale}px` }}
        >
          <PageFrame {...props} {...PHONE} scale={scale} />
        </div>
      )}
    </div>
  );
}
