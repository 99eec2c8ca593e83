/* The order: by dragging and touch (Sortable), by the grip (Space, arrows, Space, Esc) and by Alt with the arrows.
   Each way ends in one request with the whole order. */
(() => {
  const builder = document.getElementById("builder");
  if (!builder) return;
  const live = document.getElementById("live");
  let lifted = null;

  function orderForm() {
    return document.getElementById("order");
  }

  function tokens() {
    const found = [];
    for (const rows of builder.querySelectorAll(".rows[data-part]")) {
      found.push(`part:${rows.dataset.part}`);
      for (const item of rows.querySelectorAll(".item")) found.push(`item:${item.dataset.item}`);
    }
    return found;
  }

  function send(item) {
    const form = orderForm();
    if (!form) return;
    for (const field of form.querySelectorAll("[name=order], [name=moved]")) field.remove();
    for (const [name, value] of [...tokens().map((token) => ["order", token]), ["moved", item.dataset.item]]) {
      const field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      field.value = value;
      form.append(field);
    }
    form.requestSubmit();
  }

  function items() {
    return [...builder.querySelectorAll(".item")];
  }

  // Over the border of a part an item goes to the end of the one before, or to the beginning of the one behind.
  function step(item, way) {
    const rows = item.closest(".rows");
    const within = [...rows.querySelectorAll(".item")];
    const at = within.indexOf(item);
    const lists = [...builder.querySelectorAll(".rows[data-part]")];
    const list = lists.indexOf(rows);
    if (way < 0 && at > 0) within[at - 1].before(item);
    else if (way > 0 && at < within.length - 1) within[at + 1].after(item);
    else if (way < 0 && list > 0) lists[list - 1].querySelector(".add-li").before(item);
    else if (way > 0 && list < lists.length - 1) {
      const first = lists[list + 1].querySelector(".item") ?? lists[list + 1].querySelector(".add-li");
      first.before(item);
    } else return false;
    return true;
  }

  function tell(item) {
    const all = items();
    live.textContent = `${item.dataset.title}, ${all.indexOf(item) + 1} / ${all.length}`;
  }

  function lift(item) {
    lifted = { item, parent: item.parentElement, next: item.nextElementSibling };
    item.classList.add("is-lifted");
    item.querySelector(".grip").setAttribute("aria-pressed", "true");
    tell(item);
  }

  function drop(back) {
    const { item, parent, next } = lifted;
    lifted = null;
    item.classList.remove("is-lifted");
    const grip = item.querySelector(".grip");
    grip.setAttribute("aria-pressed", "false");
    if (back) parent.insertBefore(item, next);
    else if (item.nextElementSibling !== next || item.parentElement !== parent) send(item);
    grip.focus({ preventScroll: false });
  }

  builder.addEventListener("keydown", (event) => {
    const item = event.target.closest?.(".item");
    const way = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!item && way && event.altKey && !event.ctrlKey && !event.metaKey) return movePart(event, way);
    if (!item || !orderForm()) return;
    if (event.altKey && way && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const focused = event.target;
      if (step(item, way)) {
        focused.focus();
        send(item);
      }
      return;
    }
    if (!event.target.matches(".grip")) return;
    if (event.key === " " || event.key === "Spacebar") {
      event.preventDefault();
      lifted ? drop(false) : lift(item);
    } else if (lifted && way) {
      event.preventDefault();
      step(lifted.item, way);
      event.target.focus();
      tell(lifted.item);
    } else if (lifted && event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      drop(true);
    }
  });
  // From the head of a part Alt with the arrows moves all of it, by its own buttons.
  function movePart(event, way) {
    const button = event.target.closest?.(".part-h")?.querySelector(`[data-way="${way}"]`);
    if (!button || event.target.closest(".menu-in")) return;
    event.preventDefault();
    button.click();
  }

  builder.addEventListener("focusout", (event) => {
    if (lifted && event.target.matches(".grip") && event.relatedTarget) drop(true);
  });

  // Who drags with a mouse comes to the agenda with it first; a finger is on the grip at once.
  function fetchSortable() {
    builder.removeEventListener("pointerover", fetchSortable);
    if (!orderForm()) return;
    const script = document.createElement("script");
    script.src = builder.dataset.sortable;
    script.addEventListener("load", makeSortable);
    document.head.append(script);
  }

  function makeSortable() {
    if (!window.Sortable || !orderForm()) return;
    for (const rows of builder.querySelectorAll(".rows[data-part]")) {
      if (Sortable.get(rows)) continue;
      Sortable.create(rows, {
        group: "agenda",
        handle: ".grip",
        draggable: ".item",
        filter: ".cols-h, .add-li, .between, .fit, .empty",
        preventOnFilter: false,
        animation: matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : 120,
        // Only without the browser's own dragging does the page move on under a finger.
        forceFallback: matchMedia("(any-pointer: coarse)").matches,
        fallbackTolerance: 4,
        // The dock lies over the lower edge of a narrow page; a row held there makes the page move on.
        scrollSensitivity: 96,
        scrollSpeed: 14,
        onEnd(event) {
          if (event.from !== event.to || event.oldDraggableIndex !== event.newDraggableIndex) send(event.item);
        },
      });
    }
  }

  // The "Add" bar stays at the end of its part, wherever something is dropped.
  document.addEventListener("htmx:after:swap", makeSortable);
  if (matchMedia("(any-pointer: coarse)").matches) fetchSortable();
  else builder.addEventListener("pointerover", fetchSortable);
})();
