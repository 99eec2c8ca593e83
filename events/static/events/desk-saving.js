/* Saving: visible, never silent. What could not be saved stays on the page, says so, and is tried again. */
(() => {
  const builder = document.getElementById("builder");
  document.documentElement.classList.add("has-script");
  if (!builder) return;

  const waiting = new Set();
  const failed = new Set();
  const latest = new WeakMap();
  // Fields whose text no answer has confirmed yet.
  const owed = new Set();
  let slow;

  function tell(state, words, retry) {
    for (const saved of document.querySelectorAll(".saved")) {
      saved.classList.toggle("is-saving", state === "saving");
      saved.classList.toggle("is-failed", state === "failed");
      const text = saved.querySelector("[data-state]");
      if (!text) continue;
      if (retry) {
        const again = document.createElement("button");
        again.type = "button";
        again.dataset.retry = "";
        again.textContent = words;
        text.replaceChildren(again);
      } else {
        text.textContent = words;
      }
    }
  }

  function word(name) {
    return document.getElementById("saved")?.dataset[name] ?? "";
  }

  function isDeed(context) {
    return context.request.method === "POST";
  }

  // What was typed while another answer was on its way is sent on the version that the answer brought.
  function refresh(context) {
    const { form, submitter, body } = context.request;
    if (!form?.isConnected || !(body instanceof URLSearchParams)) return;
    const now = new FormData(form, submitter?.isConnected && submitter.form === form ? submitter : null);
    for (const name of ["version", "order"]) {
      if (!body.has(name)) continue;
      body.delete(name);
      for (const value of now.getAll(name)) body.append(name, value);
    }
  }

  document.addEventListener("htmx:config:request", (event) => {
    const { ctx } = event.detail;
    if (ctx.request.form) latest.set(ctx.request.form, ctx);
    const editor = builder.querySelector("[data-editor]");
    if (!editor) return;
    ctx.request.headers["Planner-Editing"] = `${editor.dataset.editor} ${editor.elements.version.value}`;
  });

  document.addEventListener("htmx:before:request", (event) => {
    const { ctx } = event.detail;
    if (!isDeed(ctx)) return;
    // What was queued by typing is overtaken by what the same form has sent to the same address since.
    const since = latest.get(ctx.request.form);
    if (ctx.sourceEvent?.type !== "submit" && since && since !== ctx && since.request.action === ctx.request.action) {
      event.preventDefault();
      return;
    }
    refresh(ctx);
    ctx.request.headers["Planner-Known"] = [...builder.querySelectorAll("[data-mark]")]
      .map((each) => each.dataset.mark)
      .join(" ");
    waiting.add(ctx);
    failed.delete(ctx.sourceElement);
    tell("saving", word("saving"));
    clearTimeout(slow);
    slow = setTimeout(() => builder.classList.add("builder-wait"), 300);
  });

  // An answer that is not the agenda (a refusal, an error page) must not take its place.
  document.addEventListener("htmx:before:response", (event) => {
    const { ctx } = event.detail;
    const answer = ctx.response.raw;
    const away = answer.status === 401;
    if (!away && (answer.ok || answer.status === 409 || answer.status === 422)) return;
    event.preventDefault();
    if (isDeed(ctx)) fail(ctx, away ? "loggedOut" : "failed");
  });

  document.addEventListener("htmx:error", (event) => {
    const { ctx } = event.detail;
    if (ctx?.request && isDeed(ctx)) fail(ctx, navigator.onLine ? "failed" : "offline");
  });

  document.addEventListener("htmx:finally:request", (event) => {
    const { ctx } = event.detail;
    if (!waiting.delete(ctx)) return;
    if (!waiting.size) {
      clearTimeout(slow);
      builder.classList.remove("builder-wait");
    }
    if (ctx.status === "swapped") document.body.dispatchEvent(new CustomEvent("desk:changed", { bubbles: true }));
    if (failed.size) tell("failed", word(navigator.onLine ? "failed" : "offline"), true);
  });

  function fail(ctx, why) {
    failed.add(ctx.request.form ?? ctx.sourceElement);
    tell("failed", word(why), true);
  }

  function retry() {
    for (const form of [...failed]) {
      failed.delete(form);
      if (!form.isConnected) continue;
      if (form instanceof HTMLFormElement) form.requestSubmit();
    }
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-retry]")) retry();
  });
  window.addEventListener("online", retry);
  document.addEventListener("desk:logged-in", retry);
  window.addEventListener("offline", () => tell("failed", word("offline"), false));
  window.addEventListener("beforeunload", (event) => {
    if (failed.size || waiting.size || [...owed].some((field) => field.isConnected)) event.preventDefault();
  });

  // ---- what was typed: from the first letter until the answer to a request that carried it, no other takes its place ----
  builder.addEventListener("input", (event) => {
    if (event.target.matches("input.keep:not([type=checkbox], [type=radio]), textarea.keep, .len")) owed.add(event.target);
  });
  document.addEventListener("htmx:before:swap", (event) => {
    const { ctx } = event.detail;
    if (!isDeed(ctx)) return;
    for (const field of owed) {
      const carried = field.form === ctx.request.form && field.form.action === new URL(ctx.request.action, location).href;
      if (!field.isConnected || (carried && ctx.request.body.get(field.name) === field.value)) owed.delete(field);
    }
  });
  htmx.registerExtension("owed", { htmx_before_morph_node: (field) => !owed.has(field) });
  // ---- a fold in which somebody writes stays open ----
  htmx.registerExtension("folds", {
    htmx_before_morph_node: (shown, { newNode }) => {
      if (shown.matches?.("details.more-texts[open]")) newNode.open = true;
      return true;
    },
  });
  // ---- what the page shows already is not sent again: it stays, with the hour and the number that it has now ----
  htmx.registerExtension("kept", {
    htmx_before_morph_node: (shown, { newNode }) => {
      if (newNode.dataset?.kept === undefined) return true;
      for (const field of shown.querySelectorAll("[data-of-event]")) {
        field.value = document.getElementById("agenda").dataset.version;
      }
      const at = newNode.querySelector(".at");
      if (!at) return false;
      shown.dataset.at = newNode.dataset.at;
      if (!shown.querySelector(".at").isEqualNode(at)) shown.querySelector(".at").replaceWith(at.cloneNode(true));
      const place = shown.querySelector(".to-place");
      if (place) place.elements.place.value = place.elements.place.defaultValue = newNode.dataset.number;
      return false;
    },
  });
  builder.addEventListener("focusout", ({ target }) => {
    if (!waiting.size && target.value === target.defaultValue) owed.delete(target);
    show(target);
  });
  document.addEventListener("htmx:after:swap", () => {
    for (const field of builder.querySelectorAll(".len")) if (field !== document.activeElement) show(field);
  });

  // A length that was saved as "7" reads "07:00" once one leaves its field.
  function show(field) {
    if (field.matches(".len") && !owed.has(field) && !field.getAttribute("aria-invalid")) field.value = field.defaultValue;
  }
})();
