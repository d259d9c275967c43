"""By how much a page moves by itself, while somebody reads it."""

MOST_SHIFT = 0.05
"""What a page may move by itself; what moves within half a second of a press does not count."""
SHIFTS = """window.shifted = 0;
window.moved = [];
new PerformanceObserver((list) => {
  const name = ({ node }) => node ? `${node.nodeName} ${node.className ?? ""}`.trim() : "gone";
  for (const one of list.getEntries().filter((entry) => !entry.hadRecentInput)) {
    window.shifted += one.value;
    for (const source of one.sources) {
      const way = `${source.previousRect.y} to ${source.currentRect.y}`;
      window.moved.push(`${one.value.toFixed(3)} at ${Math.round(one.startTime)}: ${name(source)}, ${way}`);
    }
  }
}).observe({ type: "layout-shift", buffered: true });"""
"""Adds it up in `shifted`, and tells in `moved` what it was."""
