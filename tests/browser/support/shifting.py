"""By how much a page moves by itself, while somebody reads it."""

MOST_SHIFT = 0.05
"""What a page may move by itself; what moves within half a second of a press does not count."""
SHIFTS = """window.shifted = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifted += one.value;
}).observe({ type: "layout-shift", buffered: true });"""
"""Adds it up in `shifted`."""
