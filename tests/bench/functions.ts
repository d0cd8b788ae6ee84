/** What the benchmark's emulators run: everything that is deployed, and the bare function beside it. */
export * from '@foyer/functions/index';
export { bare } from './bare-function.ts';
