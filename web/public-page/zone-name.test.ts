import { expect, test } from 'vitest';
import { zoneName } from './zone-name.ts';

test.each([
  ['Europe/Amsterdam', 'Amsterdam'],
  ['America/Argentina/Buenos_Aires', 'Buenos Aires'],
  ['Asia/Kolkata', 'Kolkata'],
  ['America/Port-au-Prince', 'Port-au-Prince'],
  ['US/Eastern', 'New York'],
  ['GB', 'London'],
  ['Brazil/East', 'Sao Paulo'],
  ['EST5EDT', 'New York'],
])('names %s %s', (zone, name) => expect(zoneName(zone)).toEqual({ name, isPlace: true }));

test.each([
  ['Etc/GMT+5', 'UTC−5'],
  ['Etc/GMT-14', 'UTC+14'],
  ['Etc/GMT+12', 'UTC−12'],
  ['Etc/GMT-0', 'UTC'],
  ['Etc/GMT', 'UTC'],
  ['Etc/UTC', 'UTC'],
  ['UTC', 'UTC'],
  ['GMT', 'UTC'],
  ['Zulu', 'UTC'],
  ['Mars/Olympus_Mons', 'Mars/Olympus Mons'],
  ['', ''],
])('%s is no place and is named %s', (zone, name) => expect(zoneName(zone)).toEqual({ name, isPlace: false }));
