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
import { PanelPart } from './panel-part.tsx';

/** Who may find the page. */
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
          label="Search engines may show my page"
          hint="Without it, only who knows the address finds you."
          isOn={isIndexed}
          onTurn={(isOn) => change({ isIndexed: isOn })}
        />
        <Switch
          label="List me in this site’s directory"
          hint="Your name, headline and portrait, for everybody to browse."
          isOn={isListed}
          onTurn={(isOn) => change({ isListed: isOn })}
        />
      </PanelPart>
      <PanelPart title="Your message box elsewhere">
        <p class="-mt-2 text-xs text-pretty text-soft">Other sites of yours may hold the message box. Name each, as https://example.org.</p>
        {embedOrigins.map((origin, index) => (
          <div key={index} class="flex items-start gap-1">
            <div class="grow">
              <TextField
                path={`reach.embedOrigins.${index}`}
                label={`Site ${index + 1}`}
                value={origin}
                max={WORDS_MAX.origin}
                isAddress
                placeholder="example.org"
                onLeave={() => change({ embedOrigins: embedOrigins.with(index, completeOrigin(origin)) })}
                onType={(value) => change({ embedOrigins: embedOrigins.with(index, value) }, `reach.embedOrigins.${index}`, true)}
              />
            </div>
            <IconButton
              icon="bin"
              label={`Remove site ${index + 1}`}
              class="mt-6.5"
              onClick={() => change({ embedOrigins: embedOrigins.toSpliced(index, 1) })}
            />
          </div>
        ))}
        {embedOrigins.length < EMBED_ORIGINS_MAX && (
          <Button class="self-start" onClick={add}>
            <Icon name="plus" />
            Add a site
          </Button>
        )}
      </PanelPart>
    </>
  );
}
