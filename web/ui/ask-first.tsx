import { useState } from 'preact/hooks';
import { Button } from './button.tsx';

interface Props {
  label: string;
  /** Whether the act would lose something. */
  wouldLose(): Promise<boolean>;
  /** What would be lost. */
  question: string;
  stay: string;
  anyway: string;
  act(): void;
}

/** A button whose act can lose something: it asks then, and only then. */
export function AskFirst({ label, wouldLose, question, stay, anyway, act }: Props) {
  const [step, setStep] = useState<'offer' | 'looking' | 'asking'>('offer');
  const look = async () => {
    setStep('looking');
    if (await wouldLose()) setStep('asking');
    else act();
  };
  if (step !== 'asking') {
    return (
      <Button class="w-full" disabled={step === 'looking'} onClick={look}>
        {label}
      </Button>
    );
  }
  return (
    <>
      <p role="alert" class="mb-3 text-sm text-pretty">
        {question}
      </p>
      <div class="flex flex-wrap gap-2">
        <Button onClick={() => setStep('offer')}>{stay}</Button>
        <Button kind="quiet" onClick={act}>
          {anyway}
        </Button>
      </div>
    </>
  );
}
