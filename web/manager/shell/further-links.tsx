import type { ComponentChildren, VNode } from 'preact';
import { FURTHER_VIEWS, type View } from '../conversations/view.ts';
import { looksOf } from '../conversations/view-looks.ts';
import { LabelLinks } from '../labels/label-links.tsx';
import { ViewCount } from './view-count.tsx';

interface Props {
  /** Classes of a link. */
  look: string;
  /** Draws a link to a list. */
  link(view: View, content: ComponentChildren, icon?: VNode): VNode;
}

/** The lists of conversations that have something in common, and those of labels. */
export function FurtherLinks({ look, link }: Props) {
  const counted = (view: View, name: ComponentChildren, icon?: VNode) =>
    link(
      view,
      <>
        {name}
        <ViewCount view={view} />
      </>,
      icon,
    );
  return (
    <>
      {FURTHER_VIEWS.map((view) => (
        <li key={view}>{counted(view, looksOf(view).name)}</li>
      ))}
      <LabelLinks look={look} link={counted} />
    </>
  );
}
