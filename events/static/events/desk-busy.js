/* A form that takes the planner seconds says so; how long is not known, so the bar shows no share. */
(() => {
  const forms = document.querySelectorAll("form:has([data-busy])");
  // On the window, so that whatever holds a form back has done so.
  addEventListener("submit", ({ target, defaultPrevented }) => {
    if (target.querySelector("[data-busy]") && !defaultPrevented) tell(target, true);
  });
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
