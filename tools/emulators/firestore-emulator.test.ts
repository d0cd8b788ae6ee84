import { describe, expect, test } from 'vitest';
import { chooseEmulators, type EmulatorPlan, type Facts } from './firestore-emulator.ts';

/** A machine with a new Java and nothing else. */
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
  test('the file that the environment names wins over everything', () => {
    expect(planFor({ ...everything, givenFirestore: given }).firestore).toEqual({ from: 'given' });
  });

  test('firebase-tools own copy comes next', () => {
    expect(planFor(everything).firestore).toEqual({ from: 'firebase-tools' });
  });

  test('a download comes before the Cloud SDK', () => {
    expect(planFor({ canDownload: true, cloudSdkJar: '/sdk/emulator.jar' }).firestore).toEqual({ from: 'download' });
  });

  test('without a connection the Cloud SDK serves', () => {
    expect(planFor({ cloudSdkJar: '/sdk/emulator.jar' }).firestore).toEqual({ from: 'cloud-sdk', jar: '/sdk/emulator.jar' });
  });

  test('Java 17 cannot run the copy of firebase-tools, but the Cloud SDK', () => {
    expect(planFor({ ...everything, javaMajor: 17 }).firestore).toEqual({ from: 'cloud-sdk', jar: '/sdk/emulator.jar' });
  });
});

describe('the Storage emulator', () => {
  test('the file that the environment names wins', () => {
    expect(planFor({ ...everything, givenStorage: given }).storage).toEqual({ from: 'given' });
  });

  test('firebase-tools own rules runtime comes next', () => {
    expect(planFor(everything).storage).toEqual({ from: 'firebase-tools' });
  });

  test('a download comes before the stand-in', () => {
    expect(planFor({ hasFirestore: true, canDownload: true }).storage).toEqual({ from: 'download' });
  });

  test('without a connection the stand-in denies all', () => {
    expect(planFor({ hasFirestore: true }).storage).toEqual({ from: 'stand-in' });
  });

  test('Java 17 cannot run the rules runtime of firebase-tools', () => {
    expect(planFor({ ...everything, javaMajor: 17 }).storage).toEqual({ from: 'stand-in' });
  });
});

describe('the version of Java', () => {
  test('is told as it is from 21 on', () => {
    expect(planFor({ ...everything, javaMajor: 21 }).pretendJava21).toBe(false);
  });

  test('is passed off as 21 below', () => {
    expect(planFor({ ...everything, javaMajor: 20 }).pretendJava21).toBe(true);
  });
});

describe('a machine that lacks something', () => {
  test('without Java is told how to install it, even with an emulator at hand', () => {
    expect(refusalFor({ ...everything, givenFirestore: given, javaMajor: null })).toMatch(/Java is missing.*apt-get install/);
  });

  test('a Mac is told in its own words', () => {
    expect(refusalFor({ javaMajor: null, platform: 'darwin' })).toContain('brew install');
  });

  test('a named file that does not exist is an error, not a fallback', () => {
    expect(refusalFor({ ...everything, givenFirestore: gone })).toMatch(/^FIRESTORE_EMULATOR_BINARY_PATH .*gone\.jar/);
    expect(refusalFor({ ...everything, givenStorage: gone })).toMatch(/^STORAGE_EMULATOR_BINARY_PATH .*gone\.jar/);
  });

  test('with an old Java and no Cloud SDK is told both ways out', () => {
    expect(refusalFor({ javaMajor: 17, hasFirestore: true, canDownload: true })).toMatch(/Java 17 is too old.*Java 21.*Cloud SDK/);
  });

  test('with a Java too old for the Cloud SDK as well is refused', () => {
    expect(refusalFor({ javaMajor: 8, cloudSdkJar: '/sdk/emulator.jar' })).toContain('Java 8 is too old');
  });

  test('offline and without any emulator is told how to get one', () => {
    expect(refusalFor({})).toMatch(/no Firestore emulator.*setup:emulators:firestore/);
  });
});
