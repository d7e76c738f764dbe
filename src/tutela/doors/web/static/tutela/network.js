/* A form that is sent while the network is cut stays on its page, and says so. Without this file the browser's own
   page of error comes, and what was typed in the last seconds is gone. */
"use strict";
(() => {
  const note = document.getElementById("no-network");
  let cut = false;
  let sure = false;
  const tell = (form) => {
    form.append(note);
    note.hidden = false;
    note.scrollIntoView({ block: "nearest" });
  };
  const quiet = () => {
    cut = false;
    note.hidden = true;
  };
  document.addEventListener("submit", async (event) => {
    const form = event.target;
    if (sure || (navigator.onLine && !cut) || form.method !== "post") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    try {
      await fetch(location.href, { method: "HEAD", cache: "no-store" });
    } catch {
      cut = true;
      tell(form);
      return;
    }
    quiet();
    sure = true;
    form.requestSubmit(event.submitter);
  }, true);
  document.addEventListener("htmx:sendError", (event) => {
    cut = true;
    const form = event.target.closest("form");
    if (form) tell(form);
  });
  document.addEventListener("htmx:afterOnLoad", quiet);
  window.addEventListener("online", quiet);
})();
