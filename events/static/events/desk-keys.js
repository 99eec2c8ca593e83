/* The keys of every page of the desk: "/" to its search, "?" to the list of all, Esc closes. Menus close with a click
   elsewhere, a link into a fold opens it. Keys of one letter can be switched off (WCAG 2.1.4). */
(() => {
  const KEPT = "desk-single-keys";
  const dialog = document.getElementById("keys");
  const switchBox = document.getElementById("single-keys");
  const FIELDS = "input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable]";

  for (const button of document.querySelectorAll("[data-keys]")) {
    button.hidden = false;
    button.addEventListener("click", () => dialog.showModal());
  }
  try {
    switchBox.checked = localStorage.getItem(KEPT) !== "off";
  } catch {
    switchBox.checked = true;
  }
  switchBox.addEventListener("change", () => {
    try {
      localStorage.setItem(KEPT, switchBox.checked ? "on" : "off");
    } catch {
      // A browser that keeps nothing still has the switch for this page.
    }
  });

  function closeMenu() {
    const open = [...document.querySelectorAll("details.menu[open]")].pop();
    if (!open) return false;
    open.open = false;
    open.querySelector("summary").focus();
    return true;
  }

  // The search of the list comes before that of the whole desk.
  function search() {
    return document.querySelector("main form[role=search] [type=search]") ?? document.querySelector(".top [type=search]");
  }

  // Newer browsers do so by themselves.
  function openFold() {
    const target = document.getElementById(location.hash.slice(1));
    const fold = target?.closest("details:not([open])");
    if (!fold) return;
    fold.open = true;
    target.scrollIntoView();
    target.focus();
  }
  addEventListener("hashchange", openFold);
  openFold();

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || dialog.open) return;
    if (event.key === "Escape") {
      if (closeMenu()) event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || !switchBox.checked || event.target.matches?.(FIELDS)) return;
    if (event.key === "?") {
      event.preventDefault();
      dialog.showModal();
    } else if (event.key === "/" && search()) {
      event.preventDefault();
      search().focus();
      search().select();
    }
  });

  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });
})();
