"use strict";
(function () {
  const panel = document.getElementById("panel");
  const body = document.getElementById("panel-body");
  const close = document.getElementById("close");
  let from = null;

  function show(figure, entry) {
    from = figure;
    body.replaceChildren(...Array.from(entry.childNodes, (node) => node.cloneNode(true)));
    panel.hidden = false;
    close.focus();
  }

  function hide() {
    panel.hidden = true;
    if (from) from.focus();
    from = null;
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    const target = document.getElementById((link.getAttribute("href") || "").slice(1));
    if (link.classList.contains("fig") && target) {
      event.preventDefault();
      show(link, target);
    } else if (target && target.classList.contains("card")) {
      from = null;
      hide();
      const kept = target.closest("details");
      if (kept) kept.open = true;
      target.focus();
    }
  });
  close.addEventListener("click", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) hide();
  });

  // What is ticked off stays so on this computer, where the browser lets a page remember anything.
  const key = "factcheck:" + document.title;
  let ticked = {};
  try { ticked = JSON.parse(localStorage.getItem(key)) || {}; } catch { ticked = {}; }
  for (const box of document.querySelectorAll("[data-tick]")) {
    box.checked = ticked[box.dataset.tick] === true;
    box.addEventListener("change", () => {
      ticked[box.dataset.tick] = box.checked;
      try { localStorage.setItem(key, JSON.stringify(ticked)); } catch { /* nothing is remembered */ }
    });
  }
})();
