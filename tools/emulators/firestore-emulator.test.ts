import { describe, expect, test } from 'vitest';
import { chooseEmulators, type EmulatorPlan, type Facts } from './firestore-emulator.ts';

const bare: Facts = {
  platform: 'linux',
  javaMajor: 21,
  givenFirestore: null,
  givenStorage: null,
  hasFirestore: false,
  hasStorageRules: false,
  canDownload: false,
  cloudSdkJar: null,
};

function planFor(facts: Partial<Facts>): EmulatorPlan {
  const choice = chooseEmulators({ ...bare, ...facts });
  if (!choice.ok) throw new Error(choice.sentence);
  return choice.plan;
}

function refusalFor(facts: Partial<Facts>): string {
  const choice = chooseEmulators({ ...bare, ...facts });
  if (choice.ok) throw new Error(`a plan where a refusal was expected: ${JSON.stringify(choice.plan)}`);
  return choice.sentence;
}

const given = { path: '/opt/emulator.jar', exists: true };
const gone = { path: '/opt/gone.jar', exists: false };
const everything: Partial<Facts> = { hasFirestore: true, hasStorageRules: true, canDownload: true, cloudSdkJar: '/sdk/emulator.jar' };

describe('the Firestore emulator', () => {
  test('prefers the file in the environment variable to everything', () => {
    expect(planFor({ ...everything, givenFirestore: given }).firestore).toEqual({ from: 'given' });
  });

  test('uses the copy of firebase-tools next', () => {
    expect(planFor(everything).firestore).toEqual({ from: 'firebase-tools' });
  });

  test('prefers a download to the Cloud SDK', () => {
    expect(planFor({ canDownload: true, cloudSdkJar: '/sdk/emulator.jar' }).firestore).toEqual({ from: 'download' });
  });

  test('uses the Cloud SDK without a connection', () => {
    expect(planFor({ cloudSdkJar: '/sdk/emulator.jar' }).firestore).toEqual({ from: 'cloud-sdk', jar: '/sdk/emulator.jar' });
  });

  test('uses the Cloud SDK on Java 17, which cannot run the copy of firebase-tools', () => {
    expect(planFor({ ...everything, javaMajor: 17 }).firestore).toEqual({ from: 'cloud-sdk', jar: '/sdk/emulator.jar' });
  });
});

describe('the Storage emulator', () => {
  test('prefers the file in the environment variable', () => {
    expect(planFor({ ...everything, givenStorage: given }).storage).toEqual({ from: 'given' });
  });

  test('uses the rules runtime of firebase-tools next', () => {
    expect(planFor(everything).storage).toEqual({ from: 'firebase-tools' });
  });

  test('prefers a download to the stand-in', () => {
    expect(planFor({ hasFirestore: true, canDownload: true }).storage).toEqual({ from: 'download' });
  });

  test('uses the stand-in without a connection', () => {
    expect(planFor({ hasFirestore: true }).storage).toEqual({ from: 'stand-in' });
  });

  test('uses the stand-in on Java 17, which cannot run the rules runtime', () => {
    expect(planFor({ ...everything, javaMajor: 17 }).storage).toEqual({ from: 'stand-in' });
  });
});

describe('the version of Java', () => {
  test('is reported unchanged from 21 on', () => {
    expect(planFor({ ...everything, javaMajor: 21 }).pretendJava21).toBe(false);
  });

  test('is reported as 21 below that', () => {
    expect(planFor({ ...everything, javaMajor: 20 }).pretendJava21).toBe(true);
  });
});

describe('a machine that lacks something', () => {
  test('without Java gets the install command, even if it has an emulator', () => {
    expect(refusalFor({ ...everything, givenFirestore: given, javaMajor: null })).toMatch(/Java is missing.*apt-get install/);
  });

  test('gets a brew command on a Mac', () => {
    expect(refusalFor({ javaMajor: null, platform: 'darwin' })).toContain('brew install');
  });

  test('gets an error, not a fallback, for a variable with a missing file', () => {
    expect(refusalFor({ ...everything, givenFirestore: gone })).toMatch(/^FIRESTORE_EMULATOR_BINARY_PATH .*gone\.jar/);
    expect(refusalFor({ ...everything, givenStorage: gone })).toMatch(/^STORAGE_EMULATOR_BINARY_PATH .*gone\.jar/);
  });

  test('with an old Java and no Cloud SDK gets both solutions', () => {
    expect(refusalFor({ javaMajor: 17, hasFirestore: true, canDownload: true })).toMatch(/Java 17 is too old.*Java 21.*Cloud SDK/);
  });

  test('with a Java too old even for the Cloud SDK is refused', () => {
    expect(refusalFor({ javaMajor: 8, cloudSdkJar: '/sdk/emulator.jar' })).toContain('Java 8 is too old');
  });

  test('offline and without an emulator learns how to get one', () => {
    expect(refusalFor({})).toMatch(/no Firestore emulator.*setup:emulators:firestore/);
  });
});
