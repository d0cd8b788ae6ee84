import type { ControlApi } from '../acts/control-api.ts';
import type { Talk } from '../talk/talk.ts';

export interface CardProps {
  talk: Talk;
  name: string;
  slug: string;
  api: ControlApi;
}
