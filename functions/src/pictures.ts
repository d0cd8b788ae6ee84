import { openSite } from './cloud.ts';
import { createPicturesApp } from './create-pictures-app.ts';
import { readerListener } from './limits/reader-listener.ts';

const site = openSite();

export const answer = readerListener(site, createPicturesApp(site));
