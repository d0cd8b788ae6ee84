import { useEffect } from 'preact/hooks';
import { connection } from '../../connection/connection.ts';
import { guardLeaving } from '../../route/leaving.ts';
import type { Editor } from '../core/editor.ts';

/** Warns before unsaved changes are left, and saves when the connection is back. */
export function useGuards(editor: Editor): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (editor.isUnsaved() || editor.isPublishing.peek()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    const stops = [guardLeaving(editor), connection.subscribe((state) => state !== 'offline' && editor.retry())];
    return () => {
      window.removeEventListener('beforeunload', warn);
      for (const stop of stops) stop();
    };
  }, [editor]);
}
