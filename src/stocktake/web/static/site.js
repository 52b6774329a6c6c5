// Everything works without this file; it only makes some things quicker.
"use strict";
const sought = document.querySelector(".sought");
if (sought && !location.hash) sought.scrollIntoView({ block: "center" });
for (const select of document.querySelectorAll("form.filter select")) {
  select.addEventListener("change", () => select.form.requestSubmit());
}
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    document.getElementById("find").focus();
  }
});
