import { words as account } from '../../account/words.ts';
import { useWorkspace } from '../../workspace/context.ts';
import { Block } from '../kit/block.tsx';
import { Group, Section } from '../kit/section.tsx';
import { ClearLocalData } from '../local-data/clear-local-data.tsx';
import { DeleteSection } from './delete-section.tsx';
import { ExportControl } from './export-control.tsx';
import { OfflineSection } from './offline-section.tsx';
import { PauseSection } from './pause-section.tsx';
import { words } from './words.ts';

/** Stepping back: for a while, out of sight, with everything, or for good. */
export function PageAndData() {
  // The parts begin with what is stored.
  const isLoaded = useWorkspace().page.value !== null;
  return (
    <Section id="data" title={words.title}>
      <Group>
        {isLoaded && <PauseSection />}
        {isLoaded && <OfflineSection />}
        {isLoaded && (
          <Block title={words.exportTitle} about={words.exportAbout}>
            <ExportControl />
          </Block>
        )}
        <Block title={account.clearLocalData} about={account.localData}>
          <div class="[&_button]:w-auto">
            <ClearLocalData />
          </div>
        </Block>
        {isLoaded && <DeleteSection />}
      </Group>
    </Section>
  );
}
