/** What the desk tells all windows: files that changed, documents that were built. */

/** @type {EventSource | null} one connection a window: a browser opens few to one place */
let source = null;

/** @param {(event: {kind: string, path: string, version: string}) => void} act what is done with each piece of news */
export function listen(act) {
  source ??= new EventSource("/events");
  source.addEventListener("message", (event) => act(JSON.parse(event.data)));
}
