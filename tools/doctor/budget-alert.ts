import { BUDGET_TOPIC } from '@foyer/functions/service-accounts';
import { z } from 'zod';
import { Unanswered } from '../google/answer.ts';
import type { Deployment, Google } from '../google/google.ts';
import { type Finding, mend } from './finding.ts';

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
  notificationsRule: z.object({ pubsubTopic: z.string().optional() }).optional(),
});
type Budget = z.output<typeof Budget>;

/** Checks that a budget sends email before the bill grows, and stops visitors' messages when it is spent. */
export async function budgetAlert(google: Google, { projectId }: Deployment): Promise<Finding[]> {
  const billing = await google.get('cloudbilling.googleapis.com', `v1/projects/${projectId}/billingInfo`, BillingInfo);
  const account = billing?.billingAccountName;
  if (!billing?.billingEnabled || !account)
    return [
      mend(
        `The project is not on the Blaze plan, which functions need. Choose Blaze: https://console.firebase.google.com/project/${projectId}/usage/details.`,
      ),
    ];
  const project = await google.get('cloudresourcemanager.googleapis.com', `v1/projects/${projectId}`, Project);
  if (project === null) throw new Unanswered(`Google returned no project number for ${projectId}.`);
  const budgets = (await google.list('billingbudgets.googleapis.com', `v1/${account}/budgets`, 'budgets', Budget)) ?? [];
  const covering = budgets.filter((budget) => covers(budget, [`projects/${project.projectNumber}`, `projects/${projectId}`]));
  const id = account.replace('billingAccounts/', '');
  // Google uses both forms.
  const topics = [`projects/${projectId}/topics/${BUDGET_TOPIC}`, `projects/${project.projectNumber}/topics/${BUDGET_TOPIC}`];
  const isHeard = covering.some(({ notificationsRule }) => topics.includes(notificationsRule?.pubsubTopic ?? ''));
  const unheard = mend(
    `No budget stops the site when it is spent. Connect yours: \`gcloud billing budgets update <its id, from: gcloud billing budgets list --billing-account ${id}> --billing-account ${id} --notifications-rule-pubsub-topic ${topics[0]}\`.`,
  );
  if (covering.some(({ thresholdRules }) => thresholdRules.length > 0)) return isHeard ? [] : [unheard];
  if (covering.length > 0)
    return [
      mend(
        `The budget of this project has no threshold, so it never warns. Set one: https://console.cloud.google.com/billing/${id}/budgets.`,
      ),
    ];
  return [
    mend(
      `No budget watches this project. Set one, with your own amount: \`gcloud billing budgets create --billing-account ${id} --display-name "${projectId}" --budget-amount 10 --threshold-rule percent=0.5 --threshold-rule percent=1 --filter-projects projects/${projectId} --notifications-rule-pubsub-topic ${topics[0]}\`.`,
    ),
  ];
}

/** A budget without projects covers the whole account. A budget for only a part of the costs doesn't cover the project. */
function covers({ budgetFilter: { projects, services, labels, resourceAncestors } }: Budget, names: readonly string[]): boolean {
  if (services.length > 0 || Object.keys(labels).length > 0) return false;
  return projects.length === 0 ? resourceAncestors.length === 0 : projects.some((name) => names.includes(name));
}
