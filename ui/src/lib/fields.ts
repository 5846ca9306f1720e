// What a field of a provider's form accepts. The resident checks everything again; this is for the person who types.
import { say } from "./texts.svelte";
import type { CardField } from "./wire";

/** What was pasted, without what copying puts around it. A password may begin with any word but these. */
export function cleaned(pasted: string): string {
  return pasted.trim().replace(/^(authorization:\s*((bearer|token|basic)\s+)?|bearer\s+)/i, "");
}

function matches(pattern: string, value: string): boolean {
  if (!pattern) return true;
  try {
    return new RegExp(`^(?:${pattern})$`, "u").test(value);
  } catch {
    return true; // A pattern of the resident's dialect only: it will judge.
  }
}

/** What is wrong with a value, in words; empty when nothing is. */
export function complaint(field: CardField, value: string): string {
  if (!value) return field.optional || field.default ? "" : say("window-field-missing", { field: field.label });
  if (field.options.length > 0 || matches(field.pattern, value)) return "";
  return field.example && !field.secret
    ? say("window-field-pattern-example", { field: field.label, example: field.example })
    : say("window-field-pattern", { field: field.label });
}
