import './dashboard.css';
import { render } from 'preact';
import { keepTranslatedTexts } from '../lib/translated-texts.ts';
import { App } from './app.tsx';
import { startSession } from './auth/session.ts';

keepTranslatedTexts(document.body);
const root = document.getElementById('app');
if (root) render(<App />, root);
startSession();
