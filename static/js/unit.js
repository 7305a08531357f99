// One unit that is saved by itself: one request at a time, what is typed meanwhile goes next.

import { forget, keep } from "./kept.js";
import { asFields, post, same } from "./values.js";

const PAUSE = 1000;
const LEAVING = 60000;
const RETRIES = [2000, 5000, 10000, 30000];

export const units = new Map();

/**
 * `read` gives the fields' values as they are now, `write` sets them. `tell` is told
 * what happens to the unit: saving, saved, unreached, signed-out, another, refused, invalid, stale, gone.
 */
export class Unit {
  constructor(said) {
    Object.assign(this, { isBusy: false, waitsForChoice: false, tries: 0, ...said });
    units.set(this.unit, this);
  }

  get isDirty() {
    return !same(this.read(), this.base);
  }

  /** Something was typed: keep it here at once, save it when the hands rest, or when it is committed. */
  async changed() {
    if (!this.isCommitted) this.later(PAUSE);
    await this.keep();
  }

  keep() {
    const { unit, name, url, compareUrl, edition, base } = this;
    return keep({ unit, name, url, compareUrl, edition, base, values: this.read() }).catch(() => {});
  }

  later(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), pause);
  }

  /** Save what is unsaved; resolves when the server has answered or could not be reached. */
  async flush() {
    clearTimeout(this.timer);
    if (this.isBusy || this.waitsForChoice) return;
    const sent = this.read();
    if (same(sent, this.base)) return this.settled();
    this.sending = this.send(sent);
    await this.sending;
  }

  async send(sent) {
    this.isBusy = true;
    this.tell("saving", this);
    const answer = await this.post(this.url, { ...sent, ...this.more?.(), edition: this.edition });
    this.isBusy = false;
    await this.take(answer, sent);
  }

  async take(answer, sent) {
    if (answer === null || answer.status >= 500) return this.again("unreached");
    if (answer.type === "opaqueredirect") return this.again("signed-out");
    this.tries = 0;
    const said = await answer.json().catch(() => ({}));
    if (answer.ok) return this.accepted(said, sent);
    const words = { 401: "another", 403: "refused", 409: "stale", 410: "gone", 422: "invalid" };
    this.waitsForChoice = answer.status === 409;
    this.tell(words[answer.status] ?? "refused", this, said);
  }

  async accepted(said, sent) {
    const before = this.edition;
    this.edition = said.edition;
    this.base = sent;
    if (before !== said.edition && this.isDirty) await this.keep();
    await forget(this.unit, before).catch(() => {});
    this.tell("saved", this, said);
    if (this.isDirty) this.later(PAUSE);
  }

  async settled() {
    await forget(this.unit, this.edition).catch(() => {});
    this.tell("settled", this);
  }

  again(why) {
    this.tell(why, this);
    this.later(RETRIES[Math.min(this.tries++, RETRIES.length - 1)]);
  }

  /** After a choice between two versions: stand on theirs, and write what was chosen. */
  async chosen(edition, theirs, values) {
    await forget(this.unit, this.edition).catch(() => {});
    this.waitsForChoice = false;
    this.edition = edition;
    this.base = asFields(theirs);
    this.write(values);
    await this.keep();
    await this.flush();
  }

  /** Whether what was typed is what stands already: the answer to its save was never heard. */
  async isSaved() {
    const answer = await this.post(this.url, { ...this.read(), edition: this.edition, ask: "1" });
    return Boolean(answer?.ok && (await answer.json()).is_saved);
  }

  post(url, values) {
    const body = new URLSearchParams(values);
    // A short text is sent to the end also when its page is left.
    const keepalive = body.toString().length < LEAVING;
    return post(url, body, { keepalive, redirect: "manual" });
  }
}
