import type { RecaptchaEnterpriseServiceClient } from '@google-cloud/recaptcha-enterprise';
import { z } from 'zod';
import { logs } from '../logs.ts';

export const FIRST_MESSAGE = 'first_message';

/** A visitor waits no longer than this for a score. */
const TIMEOUT_MS = 2000;

/**
 * reCAPTCHA Enterprise's verdict: a score from 0 (program) to 1 (person); `invalid` for a malformed, used or expired token; `unknown`
 * without an answer in time, without quota, or with an unreadable answer.
 */
export type Assessment = number | 'invalid' | 'unknown';

export interface Recaptcha {
  assess(token: string): Promise<Assessment>;
}

export interface RecaptchaOptions {
  projectId: string;
  siteKey: string;
  /** Connection options, Google's service by default. Tests use their own. */
  client?: ConstructorParameters<typeof RecaptchaEnterpriseServiceClient>[0];
}

const Answer = z.object({
  tokenProperties: z.object({ valid: z.boolean(), action: z.string().nullish() }),
  riskAnalysis: z.object({ score: z.number().min(0).max(1) }).nullish(),
});

/** Opens the service. Loads its SDK here, so only an instance that gets a first message pays for it. `fallback`: REST instead of gRPC. */
export async function openRecaptcha({ projectId, siteKey, client = {} }: RecaptchaOptions): Promise<Recaptcha> {
  const { RecaptchaEnterpriseServiceClient } = await import('./google-recaptcha.ts');
  const service = new RecaptchaEnterpriseServiceClient({ projectId, fallback: true, ...client });
  const ask = async (token: string): Promise<Assessment> => {
    // Sends the token alone, neither the visitor's address nor their browser's name.
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
