import { z } from 'zod';
import { Unanswered } from './answer.ts';
import { type Finding, mend } from './finding.ts';
import type { Deployment, Google } from './google.ts';

const BillingInfo = z.object({ billingAccountName: z.string().optional(), billingEnabled: z.boolean().optional() });
const Project = z.object({ projectNumber: z.string() });
const Budget = z.object({
  budgetFilter: z
    .object({
      projects: z.array(z.string()).default([]),
      services: z.array(z.string()).default([]),
      labels: z.record(z.string(), z.unknown()).default({}),
      resourceAncestors: z.array(z.string()).default([]),
    })
    .prefault({}),
  thresholdRules: z.array(z.unknown()).default([]),
});
type Budget = z.output<typeof Budget>;

/** Somebody gets a mail before the bill grows. */
export async function budgetAlert(google: Google, { projectId }: Deployment): Promise<Finding[]> {
  const billing = await google.get('cloudbilling.googleapis.com', `v1/projects/${projectId}/billingInfo`, BillingInfo);
  const account = billing?.billingAccountName;
  if (!billing?.billingEnabled || !account)
    return [
      mend(
        `The project has no plan that pays, and functions need one. Choose Blaze: https://console.firebase.google.com/project/${projectId}/usage/details.`,
      ),
    ];
  const project = await google.get('cloudresourcemanager.googleapis.com', `v1/projects/${projectId}`, Project);
  if (project === null) throw new Unanswered(`Google knows no number for ${projectId}.`);
  const budgets = (await google.list('billingbudgets.googleapis.com', `v1/${account}/budgets`, 'budgets', Budget)) ?? [];
  const covering = budgets.filter((budget) => covers(budget, [`projects/${project.projectNumber}`, `projects/${projectId}`]));
  if (covering.some(({ thresholdRules }) => thresholdRules.length > 0)) return [];
  const id = account.replace('billingAccounts/', '');
  if (covering.length > 0)
    return [
      mend(
        `The budget of this project has no threshold, so it never warns. Set one: https://console.cloud.google.com/billing/${id}/budgets.`,
      ),
    ];
  return [
    mend(
      `No budget watches this project. Set one, with your own amount: \`gcloud billing budgets create --billing-account ${id} --display-name "${projectId}" --budget-amount 10 --threshold-rule percent=0.5 --threshold-rule percent=1 --filter-projects projects/${projectId}\`.`,
    ),
  ];
}

/** One without projects covers the whole account. One that counts a part of the costs covers nothing. */
function covers({ budgetFilter: { projects, services, labels, resourceAncestors } }: Budget, names: readonly string[]): boolean {
  if (services.length > 0 || Object.keys(labels).length > 0) return false;
  return projects.length === 0 ? resourceAncestors.length === 0 : projects.some((name) => names.includes(name));
}
