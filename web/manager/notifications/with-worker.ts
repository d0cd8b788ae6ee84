/** What the dashboard does about notifications, in one file that is loaded after the inbox. */
export { withdrawElsewhere } from './read-elsewhere.ts';
export { leaveHere, lookHere } from './this-device.ts';
