// What the tests of rules need of a page.
Object.defineProperty(globalThis, "navigator", { value: { languages: ["en-GB"] }, configurable: true });
Object.assign(globalThis, { document: { documentElement: {} } });
