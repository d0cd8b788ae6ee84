import type { Profile } from '@foyer/domain/profile';
import { EMBED_ORIGINS_MAX, WORDS_MAX } from '@foyer/domain/profile-parts';
import { completeOrigin } from '@foyer/domain/typed-link';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useEditing } from '../editing/editor-context.ts';
import { fieldId } from '../editing/field-id.ts';
import { Switch } from '../fields/switch.tsx';
import { TextField } from '../fields/text-field.tsx';
import { words } from '../words.ts';
import { PanelPart } from './panel-part.tsx';

/** Reserved by RFC 2606. */
const EXAMPLE = 'example.org';

/** Who can find the page, and where else its message box works. */
export function ReachPanel() {
  const { editor } = useEditing();
  const { isIndexed, isListed, embedOrigins } = editor.draft.value.reach;
  const change = (part: Partial<Profile['reach']>, key = 'reach', isTyped = false) =>
    editor.edit(key, (draft) => ({ ...draft, reach: { ...draft.reach, ...part } }), isTyped);
  const add = () => {
    change({ embedOrigins: [...embedOrigins, ''] });
    requestAnimationFrame(() => document.getElementById(fieldId(`reach.embedOrigins.${embedOrigins.length}`))?.focus());
  };
  return (
    <>
      <PanelPart>
        <Switch
          label={words.showInSearchEngines}
          hint={words.showInSearchEnginesHint}
          isOn={isIndexed}
          onTurn={(isOn) => change({ isIndexed: isOn })}
        />
        <Switch
          label={words.listInDirectory}
          hint={words.listInDirectoryHint}
          isOn={isListed}
          onTurn={(isOn) => change({ isListed: isOn })}
        />
      </PanelPart>
      <PanelPart title={words.boxElsewhere}>
        <p class="-mt-2 text-xs text-pretty text-soft">{words.boxElsewhereHint({ example: `https://${EXAMPLE}` })}</p>
        {embedOrigins.map((origin, index) => (
          <div key={index} class="flex items-start gap-1">
            <div class="min-w-0 grow">
              <TextField
                path={`reach.embedOrigins.${index}`}
                label={words.site({ position: index + 1 })}
                value={origin}
                max={WORDS_MAX.origin}
                isAddress
                placeholder={EXAMPLE}
                onLeave={() => change({ embedOrigins: embedOrigins.with(index, completeOrigin(origin)) })}
                onType={(value) => change({ embedOrigins: embedOrigins.with(index, value) }, `reach.embedOrigins.${index}`, true)}
              />
            </div>
            <IconButton
              icon="bin"
              label={words.removeSite({ position: index + 1 })}
              class="mt-6.5"
              onClick={() => change({ embedOrigins: embedOrigins.toSpliced(index, 1) })}
            />
          </div>
        ))}
        {embedOrigins.length < EMBED_ORIGINS_MAX && (
          <Button class="self-start" onClick={add}>
            <Icon name="plus" />
            {words.addSite}
          </Button>
        )}
      </PanelPart>
    </>
  );
}
