// Every message of the page to the window comes through here, in a frame of its own that the page cannot reach. A
// plain script: modules do not load in this frame on Windows.
(function () {
  "use strict";

  // Each with the longest message that it takes: a question as long as the local socket takes it, which is a file of
  // another client; a report with all of its history; the others are short.
  var SHORT = 64 * 1024;
  var LONGEST = { ask: 1536 * 1024, save: 1024 * 1024, choose: 1024, watch: SHORT, open_link: SHORT, places: SHORT };

  function fits(message) {
    if (message.cmd.indexOf("plugin:__TAURI_CHANNEL__") === 0) return true;
    if (!Object.prototype.hasOwnProperty.call(LONGEST, message.cmd)) return false;
    return JSON.stringify(message.payload || {}).length <= LONGEST[message.cmd];
  }

  window.__TAURI_ISOLATION_HOOK__ = function (message) {
    if (!message || typeof message.cmd !== "string" || !fits(message)) throw new Error("the window does not know this");
    return message;
  };
})();
