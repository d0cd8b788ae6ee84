/** Something that a person can mend: the launcher prints its one sentence, without a stack, and ends with exit code 1. */
export class Sentence extends Error {}

/** Runs a script's story. A `Sentence` is printed as it is; anything else is a fault of ours and keeps its stack. */
export async function tell(story: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await story();
  } catch (error) {
    console.error(error instanceof Sentence ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
