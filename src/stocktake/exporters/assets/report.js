"use strict";
// Without this script a citation leads to its passage at the end; with it, the passage opens here.
(() => {
  const peek = document.getElementById("peek");
  let opener = null;
  const close = () => {
    peek.hidden = true;
    peek.replaceChildren();
    if (opener) opener.focus();
    opener = null;
  };
  const open = (link, passage) => {
    const heading = passage.closest("section").querySelector("h3").cloneNode(true);
    const body = passage.cloneNode(true);
    body.removeAttribute("id");
    const shut = document.createElement("button");
    shut.type = "button";
    shut.textContent = "Close";
    shut.addEventListener("click", close);
    const full = document.createElement("a");
    full.href = link.hash;
    full.className = "full";
    full.textContent = "Show among all passages";
    full.addEventListener("click", () => { opener = null; close(); });
    const box = document.createElement("div");
    box.append(...body.childNodes);
    peek.replaceChildren(shut, heading, box, full);
    peek.hidden = false;
    opener = link;
    shut.focus();
  };
  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const link = event.target.closest("sup a");
    const passage = link && document.getElementById(link.hash.slice(1));
    if (!passage) return;
    event.preventDefault();
    open(link, passage);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !peek.hidden) close();
  });
  // A link into a closed table opens it.
  const unfold = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();
  const contents = document.querySelector("nav > details");
  if (contents && innerWidth < 1000) contents.open = false;
  addEventListener("beforeprint", () => {
    for (const item of document.querySelectorAll("details")) item.open = true;
  });
})();
