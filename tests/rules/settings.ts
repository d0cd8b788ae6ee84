import { LANGUAGES } from '@foyer/domain/languages';
import { paths } from '@foyer/domain/paths';
import { APPEARANCES, AVAILABILITIES, MAIL_AFTER } from '@foyer/domain/settings';
import { deleteField, doc, serverTimestamp, setDoc, updateDoc } from 'firebase/firestore';
import { describe, it } from './cases.ts';
import { as, expectAllowed, expectDenied, seed } from './support.ts';
import { A, earlier } from './world.ts';

const choose = (field: string, value: unknown) =>
  setDoc(doc(as('manager A'), paths.settings(A)), { [field]: value, updatedAt: serverTimestamp() });

describe("a manager's settings", () => {
  for (const [field, choices] of Object.entries({
    appearance: APPEARANCES,
    availability: AVAILABILITIES,
    language: [null, ...LANGUAGES],
    mailAfter: MAIL_AFTER,
  })) {
    it(`manager A makes every choice of ${field}, and no other`, async () => {
      for (const choice of choices) await expectAllowed(choose(field, choice));
      await expectDenied(choose(field, 'another'));
    });
  }
});

describe("a manager's devices", () => {
  it('manager A says which one is in front of them, and cannot remove any', async () => {
    const device = doc(as('manager A'), paths.devices(A));
    await seed(paths.devices(A), { devices: {}, frontAt: earlier() });
    await expectDenied(updateDoc(device, { devices: deleteField(), frontAt: serverTimestamp() }));
    await expectAllowed(updateDoc(device, { frontAt: serverTimestamp() }));
  });
});
