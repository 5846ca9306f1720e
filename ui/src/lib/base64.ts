/** Bytes as Base64 (RFC 4648, 4), in pieces: a call takes only so many arguments. */
export function base64(bytes: Uint8Array): string {
  const PIECE = 8192;
  let text = "";
  for (let at = 0; at < bytes.length; at += PIECE) text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return btoa(text);
}
