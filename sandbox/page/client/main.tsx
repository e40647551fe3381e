import { render } from 'preact';
import { App } from './App';
import { openWorld } from './state/world';
import { readFaults } from './world/faultState';
import './styles/tokens.css';
import './styles/base.css';
import './styles/controls.css';
import './styles/layout.css';
import './styles/chat.css';
import './styles/line.css';
import './styles/details.css';
import './styles/company.css';
import './styles/plays.css';
import './styles/overlays.css';

const place = document.getElementById('app');
if (place !== null) render(<App />, place);
openWorld();
void readFaults().catch(() => undefined);
