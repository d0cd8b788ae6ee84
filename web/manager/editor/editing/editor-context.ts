import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Proof } from '../../auth/proof.ts';
import type { Editor } from '../core/editor.ts';
import { type UploadPicture, uploadPicture } from './upload-picture.ts';

export interface Editing {
  editor: Editor;
  managerId: string;
  upload: UploadPicture;
}

export function editingOf(editor: Editor, managerId: string, proof: Proof): Editing {
  return { editor, managerId, upload: (file, onProgress) => uploadPicture(proof, file, onProgress) };
}

export const EditingContext = createContext<Editing | null>(null);

/** Throws outside of an open editor. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('nothing is edited here');
  return editing;
}
