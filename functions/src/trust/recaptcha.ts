import type { RecaptchaEnterpriseServiceClient } from '@google-cloud/recaptcha-enterprise';
import { z } from 'zod';
import { logs } from '../logs.ts';

/** What the browser asks the token for. */
export const FIRST_MESSAGE = 'first_message';

/** A visitor waits for no score longer than this. */
const TIMEOUT_MS = 2000;

/**
 * reCAPTCHA Enterprise's word for a browser: a score from 0 (a program) to 1 (a person); `invalid` for a token that is none, was used
 * before or is too old; `unknown` when there was no answer in time, no quota, or one that cannot be read.
 */
export type Assessment = number | 'invalid' | 'unknown';

export interface Recaptcha {
  assess(token: string): Promise<Assessment>;
}

export interface RecaptchaOptions {
  projectId: string;
  siteKey: string;
  /** Where the service is, and as whom it is asked; Google's own where it does not say. Tests have a service of their own. */
  client?: ConstructorParameters<typeof RecaptchaEnterpriseServiceClient>[0];
}

const Answer = z.object({
  tokenProperties: z.object({ valid: z.boolean(), action: z.string().nullish() }),
  riskAnalysis: z.object({ score: z.number().min(0).max(1) }).nullish(),
});

/** Opens the service. Its SDK is loaded here, so only an instance that gets a first message pays for it. `fallback`: REST, without gRPC. */
export async function openRecaptcha({ projectId, siteKey, client = {} }: RecaptchaOptions): Promise<Recaptcha> {
  const { RecaptchaEnterpriseServiceClient } = await import('./google-recaptcha.ts');
  const service = new RecaptchaEnterpriseServiceClient({ projectId, fallback: true, ...client });
  const ask = async (token: string): Promise<Assessment> => {
    // Neither the visitor's address nor their browser's name is passed on: the token alone has to do.
    const [assessment] = await service.createAssessment(
      { parent: `projects/${projectId}`, assessment: { event: { token, siteKey, expectedAction: FIRST_MESSAGE } } },
      { timeout: TIMEOUT_MS, retry: null },
    );
    const { tokenProperties, riskAnalysis } = Answer.parse(assessment);
    if (!tokenProperties.valid || tokenProperties.action !== FIRST_MESSAGE) return 'invalid';
    return riskAnalysis?.score ?? 'unknown';
  };
  return {
    async assess(token) {
      const patience = new Promise<'unknown'>((resolve) => setTimeout(resolve, TIMEOUT_MS, 'unknown').unref());
      const answer = ask(token).catch((cause: unknown) => {
        logs.assessmentUnavailable(cause);
        return 'unknown' as const;
      });
      return Promise.race([answer, patience]);
    },
  };
}
