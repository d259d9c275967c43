/** What the site keeps, as tests see it: each value whole, by `careers.` and its name, however it lies on the device. */
({
  /** @param {Record<string, string>} texts all on a device @returns {Record<string, string>} */
  join(texts) {
    const found = {};
    const values = {};
    const lists = [];
    const open = (word) => word.replaceAll("%20", " ").replaceAll("%25", "%");
    for (const key of Object.keys(texts).sort()) {
      const [, name, place] = key.match(/^careers \S+ (\S+)(?: (.*))?$/s) ?? [];
      if (!name || name.startsWith("unreadable.")) {
        found[name ? `careers.${name}${place ? ` ${place}` : ""}` : key] = texts[key];
        continue;
      }
      const value = (values[name] ??= { v: 1 });
      if (!place) continue;
      const [field, thing, group, inner] = place.split(" ").map(open);
      const part = JSON.parse(texts[key]);
      const list = lists.find((one) => one.value === value && one.field === field);
      if (thing === undefined) {
        value[field] = part;
        if (Array.isArray(part) && !part.length) lists.push({ value, field, things: new Map() });
      } else if (!list) value[field][thing] = part;
      else if (!group) list.things.set(thing, { at: part[0], thing, is: part[1] });
      else list.things.get(thing).is[group][inner] = part;
    }
    for (const { value, field, things } of lists) {
      value[field] = [...things.values()].sort((a, b) => a.at - b.at || (a.thing < b.thing ? -1 : 1)).map(({ is }) => is);
    }
    for (const [name, value] of Object.entries(values)) found[`careers.${name}`] = JSON.stringify(value);
    return found;
  },

  /** Values that are whole, as JSON, by their names. */
  all() {
    return Object.fromEntries(Object.entries(this.join({ ...localStorage })).filter(([name]) => name.startsWith("careers.")).sort());
  },

  /** @param {string} name without `careers.` @returns {string | null} */
  get(name) {
    return this.all()[`careers.${name}`] ?? null;
  },

  /** Puts a value there in place of another, as another tab does. @param {string} name without `careers.` @param {string} text @param {string} path of the site */
  put(name, text, path = "/") {
    const own = `careers ${path} ${name}`;
    const close = (word) => word.replaceAll("%", "%25").replaceAll(" ", "%20");
    const parts = new Map([[own, "1"]]);
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      value = null;
    }
    if (value?.v !== 1) parts.set(own, text);
    else
      for (const [field, one] of Object.entries(value)) {
        if (field === "v") continue;
        const isList = /^(plan items|(results|sheet\..*) entries)$/.test(`${name} ${field}`) && Array.isArray(one);
        parts.set(`${own} ${close(field)}`, JSON.stringify(isList ? [] : one));
        for (const [at, thing] of isList ? one.entries() : []) {
          let word = typeof thing?.id === "string" ? thing.id + ("quiz" in thing ? ` ${thing.date}` : "") : JSON.stringify(thing);
          while (parts.has(`${own} ${field} ${close(word)}`)) word += " again";
          parts.set(`${own} ${field} ${close(word)}`, JSON.stringify([at, thing]));
        }
      }
    for (const key of Object.keys(localStorage)) if ((key === own || key.startsWith(`${own} `)) && !parts.has(key)) localStorage.removeItem(key);
    for (const [key, part] of parts) localStorage.setItem(key, part);
  },
})
