import { PAGE_SECONDS } from '@foyer/domain/page-state';
import { Button } from '../../../ui/button.tsx';
import { FormFault } from '../../auth/form-parts.tsx';
import { useWorkspace } from '../../workspace/context.ts';
import { Block } from '../kit/block.tsx';
import { pageActs } from './page-acts.ts';
import { useAct } from './use-act.ts';
import { words } from './words.ts';

export function OfflineSection() {
  const { page, proof } = useWorkspace();
  const isOffline = page.value?.isOffline === true;
  const { isBusy, fault, run } = useAct();
  return (
    <Block title={words.offlineTitle} about={words.offlineAbout}>
      <p role="status" class={isOffline ? 'mb-4 text-base font-medium' : undefined}>
        {isOffline && words.isOffline}
      </p>
      <FormFault fault={fault} />
      <Button disabled={isBusy} onClick={() => run(() => (isOffline ? pageActs.bringOnline(proof) : pageActs.takeOffline(proof)))}>
        {isOffline ? words.goOnline : words.goOffline}
      </Button>
      <p class="mt-3 text-sm text-pretty text-soft">{words.canTake({ minutes: PAGE_SECONDS / 60 })}</p>
    </Block>
  );
}
