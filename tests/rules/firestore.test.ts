import { afterAll, beforeAll } from 'vitest';
import { closeEnvironment, openEnvironment } from './support.ts';
import './suite.ts';
import './coverage.ts';

// A single test file, because the emulator's coverage report at the end must cover the whole suite. To run a part: `-t 'a reply'`.
beforeAll(openEnvironment);
afterAll(closeEnvironment);
