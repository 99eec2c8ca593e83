/* A button beside an address copies it; without a script the address is there to be marked. */
(() => {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      const field = document.getElementById(button.dataset.copy);
      try {
        await navigator.clipboard.writeText(field.value);
        button.nextElementSibling.textContent = button.dataset.copied;
      } catch {
        field.select();
      }
    });
  }
  document.querySelectorAll("input[readonly].address").forEach((field) => {
    field.addEventListener("focus", () => field.select());
  });
})();
