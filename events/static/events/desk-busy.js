/* A form that takes the planner seconds says so; how long is not known, so the bar shows no share. */
(() => {
  const forms = document.querySelectorAll("form:has([data-busy])");
  for (const form of forms) form.addEventListener("submit", () => tell(form, true));
  // Who comes back by the browser's button finds the form at rest.
  window.addEventListener("pageshow", () => forms.forEach((form) => tell(form, false)));

  function tell(form, busy) {
    form.setAttribute("aria-busy", busy);
    const place = form.querySelector("[data-busy]");
    place.textContent = busy ? place.dataset.busy : "";
    if (!busy) return;
    const bar = document.createElement("progress");
    bar.setAttribute("aria-label", place.dataset.busy);
    place.append(bar);
  }
})();
