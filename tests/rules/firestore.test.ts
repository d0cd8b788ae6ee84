import { afterAll, beforeAll } from 'vitest';
import { closeEnvironment, openEnvironment } from './support.ts';
import './suite.ts';
import './coverage.ts';

// One file for the runner, because the emulator's coverage report at the end must speak of the whole suite. One part: `-t 'a reply'`.
beforeAll(openEnvironment);
afterAll(closeEnvironment);
