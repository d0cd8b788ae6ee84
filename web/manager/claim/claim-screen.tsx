import { NAME_MAX } from '@foyer/domain/limits';
import { newProfile } from '@foyer/domain/new-profile';
import { normaliseLine } from '@foyer/domain/text';
import { withNodes } from '@foyer/words/with-nodes';
import { useComputed } from '@preact/signals';
import type { User } from 'firebase/auth';
import { useMemo } from 'preact/hooks';
import { Field } from '../../ui/field.tsx';
import { DoorFrame, DoorTitle } from '../auth/door-frame.tsx';
import { FormFault, SubmitButton, TextButton } from '../auth/form-parts.tsx';
import { proofOf } from '../auth/proof.ts';
import { signOut } from '../auth/session.ts';
import { words } from '../door-words.ts';
import { draftNames } from '../editor/draft-names.ts';
import { PreviewAside } from '../editor/preview/preview-aside.tsx';
import type { Firebase } from '../firebase/firebase.ts';
import { language } from '../language.ts';
import { wantedSlug } from '../route/sign-up.ts';
import { createClaim } from './claim.ts';
import { SlugField } from './slug-field.tsx';

/** Asks for name and address: all that a page needs at first. */
export function ClaimScreen({ firebase, user }: { firebase: Firebase; user: User }) {
  const claim = useMemo(() => createClaim(user, proofOf(user, firebase.appToken), wantedSlug()), [firebase, user]);
  const profile = useComputed(() => newProfile(normaliseLine(claim.name.value) || draftNames.unnamed, undefined, language));
  return (
    <DoorFrame
      aside={<PreviewAside profile={profile} slug={claim.slug.value} managerId={user.uid} />}
      footer={withNodes(words.signedInAs, {
        email: (
          <bdi dir="ltr" class="break-words">
            {user.email}
          </bdi>
        ),
        signOut: <TextButton onClick={signOut}>{words.signOut}</TextButton>,
      })}
    >
      <DoorTitle title={words.claimTitle}>{words.claimAbout}</DoorTitle>
      <FormFault fault={claim.fault.value} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          claim.claim();
        }}
      >
        <Field
          label={words.yourName}
          name="name"
          autocomplete="name"
          maxLength={NAME_MAX}
          fault={claim.nameFault.value}
          value={claim.name.value}
          onInput={(event) => claim.typeName(event.currentTarget.value)}
        />
        <SlugField label={words.pageAddress} slug={claim.slug.value} verdict={claim.verdict.value} onType={claim.typeSlug} />
        <SubmitButton isBusy={claim.isBusy.value}>{words.createPage}</SubmitButton>
      </form>
    </DoorFrame>
  );
}
