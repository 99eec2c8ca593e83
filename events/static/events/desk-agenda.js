/* The builder's keys, its focus, what is selected, the sheet beside it, and Undo for as long as it is offered. */
(() => {
  const builder = document.getElementById("builder");
  if (!builder) return;
  let selected = null;
  let undoing;

  // ---- focus ----
  let before = null;
  document.addEventListener("htmx:before:swap", () => {
    before = document.activeElement?.id || null;
  });
  document.addEventListener("htmx:after:swap", (event) => {
    if (before && document.activeElement === document.body) focus(before);
    watchUndo();
    markAfter();
    renewKeys();
    clearFound(event.detail.ctx);
    watchSheet();
  });
  document.addEventListener("desk:focus", (event) => focus(event.detail.id));

  function focus(id) {
    const found = document.getElementById(id);
    if (!found) return;
    if (found.matches(".item") && document.activeElement?.closest(".item") === found) return;
    found.focus({ preventScroll: true });
    const top = found.getBoundingClientRect();
    if (top.top < 0 || top.bottom > innerHeight - 64) found.scrollIntoView({ block: "center" });
  }

  // ---- what is selected: where a new item goes ----
  builder.addEventListener("focusin", (event) => {
    const item = event.target.closest?.(".item");
    if (!item) return;
    selected = item.dataset.item;
    markAfter();
  });

  function markAfter() {
    const item = selected && document.getElementById(`item-${selected}`);
    for (const form of builder.querySelectorAll("form[data-add]")) {
      const here = item && item.closest(".rows") === form.closest(".rows");
      form.elements.after.value = here ? selected : "";
      const label = form.querySelector("[data-after]");
      if (label) label.textContent = here ? ` ↓ ${item.dataset.at || item.dataset.title}` : "";
    }
  }

  // From a gap "Another kind" leads to the bar of its part, which then adds behind the item before the gap.
  builder.addEventListener("click", (event) => {
    const link = event.target.closest?.("[data-select]");
    if (!link) return;
    event.preventDefault();
    selected = link.dataset.select;
    markAfter();
    link.closest("details").open = false;
    const bar = document.getElementById(link.hash.slice(1));
    bar?.querySelector("button")?.focus();
    bar?.scrollIntoView({ block: "center" });
  });

  // What is pressed twice before the answer comes has one key, and is added once.
  function renewKeys() {
    for (const key of builder.querySelectorAll("input[name=once]"))
      key.value = `${Date.now()}-${Math.random().toString(36).slice(2)}`;
  }

  // ---- undo ----
  function watchUndo() {
    clearTimeout(undoing);
    const undo = document.getElementById("undo");
    if (!undo?.dataset.seconds) return;
    undoing = setTimeout(() => {
      if (undo.contains(document.activeElement)) return watchUndo();
      undo.replaceChildren();
      delete undo.dataset.seconds;
    }, undo.dataset.seconds * 1000);
  }

  // ---- the sheet ----
  // It is set and fetched for who sees it: once it comes into sight, by more than its heading, and again after a change.
  let isSheetDue = true;
  let isSheetSeen = false;
  const sight = new IntersectionObserver(
    (seen) => {
      isSheetSeen = seen.at(-1).isIntersecting;
      askForSheet();
    },
    { rootMargin: "0px 0px -64px" },
  );

  function watchSheet() {
    sight.disconnect();
    sight.observe(document.getElementById("paper"));
  }

  function askForSheet() {
    if (!isSheetDue || !isSheetSeen) return;
    isSheetDue = false;
    document.getElementById("paper").dispatchEvent(new CustomEvent("desk:sheet-due"));
  }

  document.addEventListener("desk:changed", () => {
    isSheetDue = true;
    askForSheet();
  });

  // ---- a start ----
  // Who fixes a start begins from the hour at which the item stands; before htmx reads the form.
  builder.addEventListener(
    "change",
    (event) => {
      const { name, value, form } = event.target;
      if (name !== "start" || value !== "fixed" || form.elements.start_at.value) return;
      form.elements.start_at.value = event.target.closest(".item")?.dataset.at ?? "";
    },
    true,
  );

  // ---- people ----
  // What was found stays while other fields are saved, and goes once somebody was taken from it.
  function clearFound(ctx) {
    if (!ctx?.response?.raw?.ok || !ctx.request.submitter?.matches?.("#people-found button")) return;
    const find = builder.querySelector("[data-find]");
    if (find) find.value = "";
    document.getElementById("people-found")?.replaceChildren();
  }

  builder.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("[data-find], [name=office]")) return;
    event.preventDefault();
    if (event.target.name === "office") event.target.parentElement.querySelector("button").click();
    else document.querySelector("#people-found .found-one, #people-found [name=office]")?.focus();
  });

  // ---- keys ----
  const dialog = document.getElementById("keys");
  const switchBox = document.getElementById("single-keys");

  function isField(element) {
    return element.matches?.("input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]");
  }

  function current() {
    return (
      document.activeElement?.closest?.(".item") ?? (selected && document.getElementById(`item-${selected}`)) ?? null
    );
  }

  function go(way) {
    const all = [...builder.querySelectorAll(".item")];
    const at = all.indexOf(current());
    const next = at < 0 ? all[way > 0 ? 0 : all.length - 1] : all[at + way];
    next?.focus();
    next?.scrollIntoView({ block: "nearest" });
  }

  const SINGLE = {
    j: () => go(1),
    k: () => go(-1),
    e: () => current()?.querySelector("h3 a")?.click(),
    Enter: () => current()?.querySelector("h3 a")?.click(),
    l: () => current()?.querySelector("input.len")?.select(),
    n: () => current()?.closest(".rows")?.querySelector(".add button")?.focus(),
    p: () => focus("h-paper"),
    w: () => focus("h-settle"),
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || dialog.open) return;
    if (event.key === "Escape") {
      if (event.target.closest?.(".editing")) {
        builder.querySelector(".editing .edit-form [name=done]")?.click();
      }
      return;
    }
    if (isField(event.target)) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.shiftKey) {
      const undo = document.getElementById("undo-button");
      if (undo) {
        event.preventDefault();
        undo.click();
      }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !switchBox.checked) return;
    if (event.key === "Enter" && event.target.matches("a, button, summary, input")) return;
    const act = SINGLE[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  watchUndo();
  // Only then does htmx hear of it.
  document.addEventListener("DOMContentLoaded", watchSheet);
})();
