/**
 * Says of each word that a page shows, or has for screen readers, whether it stands in a mark: as soon as it is there, also
 * for a moment. What a reader has typed or keeps is not the site's own, nor are the words of ALLOWED.
 */
(() => {
  const INLINE = "A ABBR B BDI CODE DATA EM I MARK SMALL SPAN STRONG SUB SUP TIME TSPAN".split(" ");
  const UNSEEN = "script, style, template, noscript, textarea, head";
  const NAMES = ["aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "alt", "label"];
  const words = (text) => text.replace(/https?:\S+/g, "").match(/\p{L}{2,}/gu)?.filter((word) => !/^[RIASEC]+$/.test(word)) ?? [];
  const allowed = new Set(ALLOWED);
  const told = new Set();
  addEventListener("input", ({ target }) => words(target.value ?? "").forEach((word) => allowed.add(word)), true);

  /** The text outside of all marks. */
  function strip(text) {
    let depth = 0;
    let rest = "";
    for (const letter of text) {
      if (letter === "⟦") depth++;
      else if (letter === "⟧") depth--;
      else if (depth <= 0) rest += letter;
    }
    return rest;
  }

  function check(text, where) {
    if (!words(strip(text)).some((word) => !allowed.has(word))) return;
    for (const value of Object.values(kept.all())) words(strip(String(value))).forEach((word) => allowed.add(word));
    const found = words(strip(text)).filter((word) => !allowed.has(word));
    if (!found.length || told.has(found.join())) return;
    told.add(found.join());
    console.error(`not marked: ${found.slice(0, 8).join(" ")} | ${where()} | ${text.replace(/\s+/g, " ").slice(0, 160)}`);
  }

  const describe = (node) => () => `${location.pathname} ${node.closest("[data-section], section, career-adding, form, nav, header")?.localName ?? ""} ${node.cloneNode(false).outerHTML.slice(0, 120)}`;

  function checkText(block) {
    let text = "";
    const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) if (!node.parentElement.closest(UNSEEN)) text += `${node.data} `;
    check(text, describe(block));
  }

  function findBlock(element) {
    let block = element;
    while (block.parentElement && INLINE.includes(block.tagName.toUpperCase())) block = block.parentElement;
    return block;
  }

  function look(changes) {
    const blocks = new Set();
    const add = (node) => {
      if (node.nodeType === Node.TEXT_NODE && node.data.trim() && node.parentElement && !node.parentElement.closest(UNSEEN)) blocks.add(findBlock(node.parentElement));
    };
    const named = new Set();
    for (const { target, addedNodes, type } of changes) {
      if (type === "attributes") named.add(target);
      add(target);
      for (const node of addedNodes) {
        add(node);
        if (!(node instanceof Element)) continue;
        const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) add(texts.currentNode);
        for (const one of [node, ...node.querySelectorAll("*")]) named.add(one);
      }
    }
    for (const block of blocks) if (block.isConnected) checkText(block);
    for (const one of named) for (const name of NAMES) if (one.hasAttribute(name) && !one.closest(UNSEEN)) check(one.getAttribute(name), describe(one));
  }

  addEventListener("DOMContentLoaded", () => {
    if (document.contentType !== "text/html") return;
    look([{ target: document, addedNodes: [document.documentElement], type: "childList" }]);
    new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: NAMES });
  });
})();
