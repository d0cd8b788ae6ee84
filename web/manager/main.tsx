import './dashboard.css';
import { start } from './start.tsx';

start();
