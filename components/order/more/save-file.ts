/**
 * Gives the visitor a file to keep, under a name. Gives what to call when the browser need not have it any more: it may
 * still be asking where to put the file, so not at once.
 */
export function saveFile(bytes: Uint8Array, type: string, name: string): () => void {
  const address = URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  return () => URL.revokeObjectURL(address);
}
