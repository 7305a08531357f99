// What is typed and not yet saved, kept in this browser: by person, plan, unit and base edition.

const STORE = "kept";
const tab = crypto.randomUUID();

// Held for as long as this page lives: what another living page is writing is not offered here.
navigator.locks?.request(`finsam-${tab}`, () => new Promise(() => {}));

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open("finsam", 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

async function store(mode, act) {
  const database = await opened;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode);
    const request = act(transaction.objectStore(STORE));
    transaction.oncomplete = () => resolve(request.result);
    transaction.onerror = () => reject(transaction.error);
  });
}

export const whose = { user: document.body.dataset.user, plan: document.body.dataset.plan };

const key = (unit, edition) => [whose.user, whose.plan, unit, edition];

export async function keep(record) {
  const kept = { ...record, ...whose, tab, at: Date.now() };
  await store("readwrite", (all) => all.put(kept, key(record.unit, record.edition)));
}

export async function forget(unit, edition) {
  await store("readwrite", (all) => all.delete(key(unit, edition)));
}

/** What this person typed in this plan, in a page that is gone. */
export async function left() {
  const range = IDBKeyRange.bound([whose.user, whose.plan], [whose.user, whose.plan, []]);
  const records = await store("readonly", (all) => all.getAll(range));
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const living = new Set(held.map((lock) => lock.name));
  return records.filter((record) => !living.has(`finsam-${record.tab}`));
}
