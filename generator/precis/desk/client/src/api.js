/** The desk's answers. Each question is a POST of JSON with our header, as the server demands. */
import { word } from "./page.js";

/** This window, for those who have the same record open, and for the desk to tell its questions from others'. */
export const windowId = crypto.randomUUID();

/** An answer that says no: its status and what it holds. Status 0: the desk does not answer. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {Record<string, any>} body
   */
  constructor(status, body) {
    super(status === 0 ? word("no_answer") : String(body["message"] ?? status));
    this.status = status;
    this.body = body;
  }
}

/**
 * Ask the desk; raises Refused.
 *
 * @param {string} name
 * @param {Record<string, unknown>} question
 * @param {AbortSignal} [signal]
 * @returns {Promise<any>}
 */
export function ask(name, question, signal) {
  return answered(name, "application/json", JSON.stringify({ window: windowId, ...question }), signal);
}

/**
 * Send a file with a question; raises Refused.
 *
 * @param {string} name
 * @param {Record<string, string>} question
 * @param {Blob} file
 * @returns {Promise<any>}
 */
export function send(name, question, file) {
  return answered(`${name}?${new URLSearchParams(question)}`, "application/octet-stream", file);
}

/**
 * @param {string} name
 * @param {string} type
 * @param {BodyInit} content
 * @param {AbortSignal} [signal]
 */
async function answered(name, type, content, signal) {
  let answer;
  try {
    answer = await fetch(`/api/${name}`, {
      method: "POST",
      headers: { "Content-Type": type, "X-Precis": "desk" },
      body: content,
      signal: signal ?? null,
    });
  } catch (fault) {
    if (signal?.aborted) throw fault;
    throw new Refused(0, {});
  }
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, body);
  return body;
}

/** @param {unknown} fault whether the desk left a question alone since a newer one came */
export const dropped = (fault) => fault instanceof Refused && fault.body["dropped"] === true;

/**
 * The newest answer alone: a question that is asked again drops the one before, whose promise gives null.
 *
 * @param {string} name
 * @returns {(question: Record<string, unknown>) => Promise<any>}
 */
export function newest(name) {
  let running = new AbortController();
  return async (question) => {
    running.abort();
    const mine = new AbortController();
    running = mine;
    try {
      const answer = await ask(name, question, mine.signal);
      return mine.signal.aborted ? null : answer;
    } catch (fault) {
      if (mine.signal.aborted || dropped(fault)) return null;
      throw fault;
    }
  };
}
