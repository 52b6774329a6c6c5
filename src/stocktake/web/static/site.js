// Everything works without this file; it only makes some things quicker.
"use strict";
const sought = document.querySelector(".sought");
if (sought && !location.hash) sought.scrollIntoView({ block: "center" });
const writes = "input:not([type=checkbox], [type=radio]), textarea, select";
const withoutKeys = () => localStorage.getItem("keys") === "off";
const isTyping = (event) =>
  event.target.closest(writes) || event.ctrlKey || event.metaKey || event.altKey || withoutKeys();
const moved = { j: 1, i: -1 };
document.addEventListener("keydown", (event) => {
  if (isTyping(event)) return;
  const boxes = [...document.querySelectorAll(".ticks input")];
  const wanted =
    event.key === "/" ? document.getElementById("find")
    : moved[event.key] && boxes.length ? boxes.at((boxes.indexOf(document.activeElement) + moved[event.key]) % boxes.length)
    : document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!wanted) return;
  event.preventDefault();
  if (wanted.matches("input")) wanted.focus();
  else wanted.click();
});
const keys = document.querySelector(".keys");
if (keys) {
  const button = keys.querySelector("button");
  const show = () => { button.textContent = withoutKeys() ? button.dataset.on : button.dataset.off; };
  button.addEventListener("click", () => { localStorage.setItem("keys", withoutKeys() ? "on" : "off"); show(); });
  keys.hidden = false;
  show();
}
const around = document.querySelector("[data-span]");
if (around) {
  const placeOf = (node, offset) => {
    const run = node.parentElement.closest("[data-start]");
    const before = document.createRange();
    before.selectNodeContents(run);
    before.setEnd(node, offset);
    return Number(run.dataset.start) + [...before.toString()].length;
  };
  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    if (chosen.isCollapsed || !around.contains(chosen.anchorNode) || !around.contains(chosen.focusNode)) return;
    const range = chosen.getRangeAt(0);
    const ends = [[range.startContainer, range.startOffset], [range.endContainer, range.endOffset]];
    if (ends.some(([node]) => node.nodeType !== Node.TEXT_NODE || !node.parentElement.closest("[data-start]"))) return;
    const [start, end] = ends.map(([node, offset]) => placeOf(node, offset));
    document.querySelector("[name=start]").value = start;
    document.querySelector("[name=end]").value = end;
  });
}
