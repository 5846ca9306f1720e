// Every message of the page to the window comes through here, in a frame of its own that the page cannot reach. A
// plain script: modules do not load in this frame on Windows.
(function () {
  "use strict";

  var COMMANDS = ["ask", "watch", "open_link", "places"];
  // A form of a provider and its secrets are far below this.
  var LONGEST = 64 * 1024;

  function fits(message) {
    if (message.cmd.indexOf("plugin:__TAURI_CHANNEL__") === 0) return true;
    return COMMANDS.indexOf(message.cmd) !== -1 && JSON.stringify(message.payload || {}).length <= LONGEST;
  }

  window.__TAURI_ISOLATION_HOOK__ = function (message) {
    if (!message || typeof message.cmd !== "string" || !fits(message)) throw new Error("the window does not know this");
    return message;
  };
})();
