/* A session that ended while a page was open: the page stays as it is and leads to the login in another tab. */
(() => {
  const note = document.getElementById("logged-out");
  if (!note) return;

  document.addEventListener("htmx:before:response", (event) => {
    if (event.detail.ctx.response.raw.status !== 401) return;
    event.preventDefault();
    note.hidden = false;
  });

  // The login changed the token that forms are sent with: this page's forms take the new one.
  function renew(token) {
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
    const headers = JSON.stringify({ "X-CSRFToken": token });
    document.querySelector("[data-builder]")?.setAttribute("hx-headers:inherited", headers);
  }

  async function comeBack() {
    if (note.hidden || document.visibilityState !== "visible") return;
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok || new URL(answer.url).pathname !== location.pathname) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    renew(page.querySelector("[name=csrfmiddlewaretoken]").value);
    note.hidden = true;
    document.dispatchEvent(new CustomEvent("desk:logged-in"));
  }

  document.addEventListener("visibilitychange", comeBack);
  window.addEventListener("focus", comeBack);
})();
