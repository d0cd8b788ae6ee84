/** What the benchmark's emulators run: everything that is deployed, the bare function, and the bare trigger. */
export * from '@foyer/functions/index';
export { bare } from './bare-function.ts';
export { bareTrigger } from './bare-trigger.ts';
