/** An error that a person can fix: printed as one sentence without a stack, with exit code 1. */
export class Sentence extends Error {}

/** Runs a script. Prints a `Sentence` as it is; any other error is our bug and is printed with its stack. */
export async function tell(story: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await story();
  } catch (error) {
    console.error(error instanceof Sentence ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
