import { NAME_MAX } from '@foyer/domain/limits';
import { newProfile } from '@foyer/domain/new-profile';
import { UNNAMED } from '@foyer/domain/person-name';
import { normaliseLine } from '@foyer/domain/text';
import { useComputed } from '@preact/signals';
import type { User } from 'firebase/auth';
import { useMemo } from 'preact/hooks';
import { Field } from '../../ui/field.tsx';
import { DoorFrame, DoorTitle } from '../auth/door-frame.tsx';
import { FormFault, SubmitButton, TextButton } from '../auth/form-parts.tsx';
import { proofOf } from '../auth/proof.ts';
import { signOut } from '../auth/session.ts';
import { PreviewAside } from '../editor/preview/preview-aside.tsx';
import type { Firebase } from '../firebase/firebase.ts';
import { wantedSlug } from '../route/sign-up.ts';
import { createClaim } from './claim.ts';
import { SlugField } from './slug-field.tsx';

/** Name and address: all that a page needs in its first minute. */
export function ClaimScreen({ firebase, user }: { firebase: Firebase; user: User }) {
  const claim = useMemo(() => createClaim(user, proofOf(user, firebase.appToken), wantedSlug()), [firebase, user]);
  const profile = useComputed(() => newProfile(normaliseLine(claim.name.value) || UNNAMED));
  return (
    <DoorFrame
      aside={<PreviewAside profile={profile} slug={claim.slug.value} managerId={user.uid} />}
      footer={
        <>
          Signed in as <span class="break-words">{user.email}</span>. <TextButton onClick={signOut}>Sign out</TextButton>
        </>
      }
    >
      <DoorTitle title="Put your name on the door">This is what people see, and where they find you.</DoorTitle>
      <FormFault fault={claim.fault.value} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          claim.claim();
        }}
      >
        <Field
          label="Your name"
          name="name"
          autocomplete="name"
          maxLength={NAME_MAX}
          fault={claim.nameFault.value}
          value={claim.name.value}
          onInput={(event) => claim.typeName(event.currentTarget.value)}
        />
        <SlugField label="Your page’s address" slug={claim.slug.value} verdict={claim.verdict.value} onType={claim.typeSlug} />
        <SubmitButton isBusy={claim.isBusy.value}>Open my page</SubmitButton>
      </form>
    </DoorFrame>
  );
}
