import { mount } from "svelte";

// The real one, or in mode "fake" made-up data: vite.config.ts decides.
import { backend } from "#backend";

import App from "./App.svelte";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/frame.css";
import "./styles/controls.css";
import "./styles/cards.css";
import "./styles/dialogs.css";
import "./styles/wizard.css";
import "./styles/narrow.css";

const target = document.getElementById("app");
if (target) mount(App, { target, props: { backend } });
