/* Arrow keys on the calendar of beds. Without this file every bed is still a link, reached by Tab. */
"use strict";
document.querySelectorAll("table[data-beds]").forEach((table) => {
  const rows = () => [...table.rows].map((row) => [...row.querySelectorAll("td a")]).filter((row) => row.length);
  const middle = (link) => {
    const box = link.closest("td").getBoundingClientRect();
    return box.left + box.width / 2;
  };
  table.addEventListener("keydown", (event) => {
    const here = document.activeElement;
    const all = rows();
    const at = all.findIndex((row) => row.includes(here));
    if (at < 0) return;
    const row = all[at];
    const column = row.indexOf(here);
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const turn = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    let next = null;
    if (step) next = row[column + (document.dir === "rtl" ? -step : step)];
    else if (turn && all[at + turn]) {
      const x = middle(here);
      next = all[at + turn].reduce((a, b) => (Math.abs(middle(b) - x) < Math.abs(middle(a) - x) ? b : a));
    } else if (event.key === "Home") next = row[0];
    else if (event.key === "End") next = row[row.length - 1];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  });
});
