import { CANNED_REPLY_TITLE_MAX, TEXT_MAX } from '@foyer/domain/limits';
import { lineFault, normaliseLine, normaliseText, textFault } from '@foyer/domain/text';
import { useSignal } from '@preact/signals';
import { useEffect, useId, useRef } from 'preact/hooks';
import { locale } from '../../../lib/language.ts';
import { MessageText } from '../../../lib/message-text.tsx';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import type { CannedReply } from '../../canned-replies/follow-replies.ts';
import { fillVariables, unknownIn } from '../../canned-replies/variables.ts';
import { words } from '../../canned-replies/words.ts';
import { faultSentence } from '../../problem-words.ts';
import { guardLeaving } from '../../route/leaving.ts';
import { useWorkspace } from '../../workspace/context.ts';

interface Props {
  reply: CannedReply;
  onSave(reply: CannedReply): void;
  onCancel(): void;
}

/** A canned reply while it is written, with how a visitor would get it. */
export function ReplyForm({ reply, onSave, onCancel }: Props) {
  const page = useWorkspace().page.value;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const title = useSignal(reply.title);
  const text = useSignal(reply.text);
  const faults = useSignal<{ title?: string; text?: string }>({});
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  /** A fault of a field is no longer shown once the field changes. */
  const forgive = (field: 'title' | 'text') => {
    const { [field]: _, ...others } = faults.peek();
    faults.value = others;
  };
  const isUnsaved = () => title.peek() !== reply.title || text.peek() !== reply.text;
  /** Whether it could be saved. If not, the fields say why. */
  const save = () => {
    const next = { id: reply.id, title: normaliseLine(title.peek(), CANNED_REPLY_TITLE_MAX), text: normaliseText(text.peek()) };
    const found = { title: lineFault(next.title, CANNED_REPLY_TITLE_MAX), text: textFault(next.text, TEXT_MAX) };
    faults.value = {
      ...(found.title && { title: faultSentence(found.title) }),
      ...(found.text && { text: faultSentence(found.text) }),
    };
    const [wrong] = Object.keys(faults.value);
    if (wrong === undefined) onSave(next);
    else form.current?.querySelector<HTMLElement>(`[name="${wrong}"]`)?.focus();
    return wrong === undefined;
  };
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (isUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    const stop = guardLeaving({ isUnsaved, flush: async () => save() });
    return () => {
      window.removeEventListener('beforeunload', warn);
      stop();
    };
  }, []);
  const unknown = unknownIn(text.value);
  const name = words.previewName;
  const shown = fillVariables(text.value, { name, 'my.name': page?.name, page: page?.href }).trim();
  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        event.preventDefault();
        // What was typed is only thrown away by the button.
        if (!isUnsaved()) onCancel();
      }}
      class="px-4 py-5 two:px-5"
    >
      <Field
        label={words.titleLabel}
        name="title"
        autocomplete="off"
        maxLength={CANNED_REPLY_TITLE_MAX}
        hint={words.titleHint}
        fault={faults.value.title ?? null}
        value={title.value}
        onInput={({ currentTarget: { value } }) => {
          title.value = value;
          forgive('title');
        }}
      />
      <label for={id} class="mb-1.5 block text-sm font-medium">
        {words.textLabel}
      </label>
      <textarea
        id={id}
        name="text"
        dir="auto"
        rows={4}
        value={text.value}
        aria-invalid={faults.value.text ? true : undefined}
        aria-describedby={`${id}-note`}
        onInput={({ currentTarget: { value } }) => {
          text.value = value;
          forgive('text');
        }}
        class="block max-h-96 w-full resize-none rounded-lg border border-edge bg-raised px-3 py-1.5 text-md outline-none [field-sizing:content] focus-visible:outline-2 focus-visible:-outline-offset-1 focus-visible:outline-accent"
      />
      <div id={`${id}-note`} class="mt-1.5 text-sm text-pretty text-soft">
        <p>{words.variables({ name: '{name}', myName: '{my.name}', page: '{page}' })}</p>
        <p aria-live="polite" class={faults.value.text ? 'text-danger' : undefined}>
          {faults.value.text ?? (unknown.length > 0 && words.unknown({ count: unknown.length, list: listOf(unknown) }))}
        </p>
      </div>
      {shown !== '' && (
        <figure class="mt-4">
          <figcaption class="mb-1.5 text-sm text-soft">{words.preview({ name })}</figcaption>
          <div
            dir="auto"
            class="w-fit max-w-full rounded-2xl bg-bubble px-3.5 py-2 text-md whitespace-pre-wrap [overflow-wrap:anywhere] [&_a]:underline"
          >
            <MessageText text={shown} />
          </div>
        </figure>
      )}
      <div class="mt-4 flex gap-2">
        <Button kind="primary" type="submit">
          {words.save}
        </Button>
        <Button onClick={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
}

function listOf(variables: readonly string[]): string {
  return new Intl.ListFormat(locale, { type: 'unit', style: 'short' }).format(variables);
}
