import { TEST_ENVIRONMENT, TestEnvironment } from '../../tools/test-environment.ts';

/** Everything that a test can need. Throws for a part that this run does not have: a missing emulator is a failure. */
export type Emulators = { [Part in keyof TestEnvironment]-?: NonNullable<TestEnvironment[Part]> };

/** The addresses of this run's emulators and browser. Throws with a sentence outside `npm test`. */
export function emulators(): Emulators {
  const json = process.env[TEST_ENVIRONMENT];
  if (json === undefined)
    throw new Error('There are no emulators: start these tests with `npm test`, or a part of them with `npm test -- --project rules`.');
  return new Proxy(TestEnvironment.parse(JSON.parse(json)) as Emulators, {
    get(environment, name, receiver) {
      const part: unknown = Reflect.get(environment, name, receiver);
      if (part === undefined && name === 'fullChromium')
        throw new Error('Notifications need a full Chromium: install one with `sudo apt-get install -y chromium`, or set CHROMIUM_PATH.');
      if (part === undefined && typeof name === 'string')
        throw new Error(`This run has no ${name}: start it with the project of this test, or with \`npm test\`.`);
      return part;
    },
  });
}
