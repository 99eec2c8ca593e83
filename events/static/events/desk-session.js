/* A session that ended while a page was open: the page stays as it is and leads to the login in another tab. */
(() => {
  const note = document.getElementById("logged-out");
  if (!note) return;
  const login = note.querySelector("a").pathname;
  // A session that was there so short a time ago still is: the shortest that can be set is five minutes.
  const SURE_FOR = 4 * 60 * 1000;
  let heardAt = Date.now();

  document.addEventListener("htmx:before:response", (event) => {
    heardAt = Date.now();
    if (event.detail.ctx.response.raw.status !== 401) return;
    event.preventDefault();
    note.hidden = false;
  });

  // The desk if there is a session, null if there is none, undefined if the planner does not answer.
  async function desk() {
    const answer = await fetch(note.dataset.desk).catch(() => undefined);
    if (!answer?.ok) return undefined;
    if (new URL(answer.url).pathname === login) return null;
    heardAt = Date.now();
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  // The login changed the token that forms are sent with: this page's forms take the new one.
  function renew(token) {
    for (const field of document.querySelectorAll("[name=csrfmiddlewaretoken]")) field.value = token;
    const headers = JSON.stringify({ "X-CSRFToken": token });
    document.querySelector("[data-builder]")?.setAttribute("hx-headers:inherited", headers);
  }

  // A plain form would leave for the login, and what was typed would be gone.
  document.addEventListener("submit", async (event) => {
    const { target: form, submitter } = event;
    if (form.method !== "post" || event.defaultPrevented || Date.now() - heardAt < SURE_FOR) return;
    event.preventDefault();
    if ((await desk()) === null) {
      note.hidden = false;
      return;
    }
    heardAt = Date.now();
    form.requestSubmit(submitter);
  });

  async function comeBack() {
    if (note.hidden || document.visibilityState !== "visible") return;
    const token = (await desk())?.querySelector("[name=csrfmiddlewaretoken]");
    if (!token) return;
    renew(token.value);
    note.hidden = true;
    document.dispatchEvent(new CustomEvent("desk:logged-in"));
  }

  document.addEventListener("visibilitychange", comeBack);
  window.addEventListener("focus", comeBack);
})();
