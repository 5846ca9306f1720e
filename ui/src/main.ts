import { mount } from "svelte";

// The real one, or in mode "fake" made-up data: vite.config.ts decides.
import { backend } from "#backend";

import App from "./App.svelte";
import { speak, suited } from "./lib/texts.svelte";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/controls.css";
import "./styles/cards.css";
import "./styles/way.css";
import "./styles/charts.css";
import "./styles/dialogs.css";
import "./styles/wizard.css";
import "./styles/narrow.css";

// The system's language first; the one of the settings comes with the first news.
await speak(backend.language ?? suited(navigator.languages));
const target = document.getElementById("app");
if (target) mount(App, { target, props: { backend } });
