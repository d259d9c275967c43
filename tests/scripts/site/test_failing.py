"""What waits to be told to try again."""

from __future__ import annotations

from tests.scripts.node.running import Modules


def test_what_went_with_its_page_waits_no_longer(modules: Modules) -> None:
    body = """
      globalThis.HTMLElement = class {};
      globalThis.document = { activeElement: null };
      console.warn = () => {};
      const none = () => null;
      const ways = { contains: none, querySelector: none, removeAttribute: none };
      const make = () => ({ localName: "a-part", isConnected: true, ...ways });
      const [gone, here] = [make(), make()];
      const again = [];
      waitForReader(gone, "").then(() => again.push("gone"));
      gone.isConnected = false;
      waitForReader(here, "").then(() => again.push("here"));
      tryAgain();
      await null;
      return again;
    """
    assert modules.run("site/failing", body) == ["here"]
