export interface Facts {
  platform: NodeJS.Platform;
  /** The major version of the `java` in PATH, or `null` if none runs. */
  javaMajor: number | null;
  /** The file in FIRESTORE_EMULATOR_BINARY_PATH, or `null` if it is not set. */
  givenFirestore: GivenFile | null;
  givenStorage: GivenFile | null;
  /** Whether firebase-tools has its own Firestore emulator on this disk. */
  hasFirestore: boolean;
  /** Whether firebase-tools has its own runtime for Storage rules on this disk. */
  hasStorageRules: boolean;
  /** Whether a quick check says that firebase-tools could download the missing emulators. */
  canDownload: boolean;
  /** The jar of the Cloud SDK's component `cloud-firestore-emulator`, or `null`. */
  cloudSdkJar: string | null;
}

export interface GivenFile {
  path: string;
  exists: boolean;
}

/** The source of the two emulators that are not part of firebase-tools' own code. */
export interface EmulatorPlan {
  firestore: { from: 'given' | 'firebase-tools' | 'download' } | { from: 'cloud-sdk'; jar: string };
  storage: { from: 'given' | 'firebase-tools' | 'download' | 'stand-in' };
  /** firebase-tools refuses Java below 21, although the Cloud SDK's jar runs on 11: `java -version` must then say 21. */
  pretendJava21: boolean;
}

export type EmulatorChoice = { ok: true; plan: EmulatorPlan } | { ok: false; sentence: string };

/** firebase-tools 15 and the jars that it downloads need this Java. */
const JAVA_OF_FIREBASE_TOOLS = 21;
/** The Cloud SDK's jar is compiled for this one. */
const JAVA_OF_CLOUD_SDK = 11;

/**
 * Chooses the Firestore and Storage emulators for a machine. Returns a plan, or one sentence that says what to install.
 * The order is: the file in the environment variable, firebase-tools' own, the Cloud SDK's component.
 */
export function chooseEmulators(facts: Facts): EmulatorChoice {
  const { javaMajor, givenFirestore, givenStorage } = facts;
  if (javaMajor === null) return refuse(`Java is missing, and the Firestore emulator needs it: install it with \`${installJava(facts)}\`.`);
  if (givenFirestore && !givenFirestore.exists) return refuse(noSuchFile('FIRESTORE_EMULATOR_BINARY_PATH', givenFirestore));
  if (givenStorage && !givenStorage.exists) return refuse(noSuchFile('STORAGE_EMULATOR_BINARY_PATH', givenStorage));

  const pretendJava21 = javaMajor < JAVA_OF_FIREBASE_TOOLS;
  const storage = chooseStorage(facts, javaMajor);
  const plan = (firestore: EmulatorPlan['firestore']): EmulatorChoice => ({ ok: true, plan: { firestore, storage, pretendJava21 } });

  if (givenFirestore) return plan({ from: 'given' });
  if (!pretendJava21 && facts.hasFirestore) return plan({ from: 'firebase-tools' });
  if (!pretendJava21 && facts.canDownload) return plan({ from: 'download' });
  if (facts.cloudSdkJar !== null && javaMajor >= JAVA_OF_CLOUD_SDK) return plan({ from: 'cloud-sdk', jar: facts.cloudSdkJar });
  return refuse(pretendJava21 ? oldJava(facts, javaMajor) : noEmulator(facts));
}

function chooseStorage(facts: Facts, javaMajor: number): EmulatorPlan['storage'] {
  if (facts.givenStorage) return { from: 'given' };
  if (javaMajor >= JAVA_OF_FIREBASE_TOOLS && facts.hasStorageRules) return { from: 'firebase-tools' };
  if (javaMajor >= JAVA_OF_FIREBASE_TOOLS && facts.canDownload) return { from: 'download' };
  return { from: 'stand-in' };
}

function refuse(sentence: string): EmulatorChoice {
  return { ok: false, sentence };
}

function installJava({ platform }: Facts): string {
  return platform === 'darwin' ? 'brew install openjdk@21' : 'sudo apt-get install -y default-jre-headless';
}

function installCloudSdkEmulator({ platform }: Facts): string {
  return platform === 'darwin'
    ? 'gcloud components install cloud-firestore-emulator'
    : 'sudo apt-get install -y google-cloud-cli-firestore-emulator';
}

function noSuchFile(variable: string, { path }: GivenFile): string {
  return `${variable} is set to a file that does not exist (${path}): correct it, or run \`unset ${variable}\`.`;
}

function oldJava(facts: Facts, javaMajor: number): string {
  return (
    `Java ${javaMajor} is too old for firebase-tools' Firestore emulator: install Java ${JAVA_OF_FIREBASE_TOOLS} or newer, ` +
    `or the Cloud SDK's emulator, which runs on Java ${JAVA_OF_CLOUD_SDK}, with \`${installCloudSdkEmulator(facts)}\`.`
  );
}

function noEmulator(facts: Facts): string {
  return (
    'There is no Firestore emulator on this machine, and none can be downloaded right now: run `npx firebase setup:emulators:firestore` ' +
    `when you are online, or install the Cloud SDK's with \`${installCloudSdkEmulator(facts)}\`.`
  );
}
