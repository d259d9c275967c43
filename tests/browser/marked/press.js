/**
 * Presses, ticks, chooses and fills in, wrongly and then emptily, whatever a page offers, once each, also what comes of that.
 * What leads to another page, takes a file or empties all that is kept stays.
 * @returns how much that was
 */
async ([most, kept]) => {
  window.print = () => {};
  const article = document.querySelector("article");
  const done = new Set();
  const describe = (one) => [one.localName, one.type, one.name, one.value, one.id, ...Object.keys(one.dataset), one.localName === "input" ? "" : one.textContent].join("|");
  const tell = (one, ...kinds) => kinds.forEach((kind) => one.dispatchEvent(new Event(kind, { bubbles: true, cancelable: true })));
  const write = (one, text) => {
    one.value = text;
    tell(one, "input", "change");
    one.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  };
  const idle = () => new Promise((go) => setTimeout(go));
  const use = async (one) => {
    if (one.localName === "select") {
      for (const option of [...one.options].slice(0, 4)) write(one, option.value);
    } else if (one.matches("textarea, input:not([type=checkbox], [type=radio], [type=range])")) {
      one.focus();
      for (const text of ["zz [x](y) 31/31/2020", "-1", ""]) {
        write(one, text);
        await idle();
      }
    } else if (one.type === "range") write(one, one.max);
    else one.click();
    await idle();
  };
  for (;;) {
    const some = [...article.querySelectorAll("button, summary, input:not([type=file]), select, textarea")];
    const next = some.find((one) => !one.disabled && !one.matches(kept) && one.checkVisibility() && !done.has(describe(one)));
    if (!next || done.size >= most) return done.size;
    done.add(describe(next));
    await use(next);
  }
}
