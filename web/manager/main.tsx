import './dashboard.css';
import { render } from 'preact';
import { App } from './app.tsx';
import { startSession } from './auth/session.ts';

const root = document.getElementById('app');
if (root) render(<App />, root);
startSession();
