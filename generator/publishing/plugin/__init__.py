"""All that imports MkDocs: what it calls of ours, its own build taken in steps, its server of a preview.

All thinking is elsewhere: `building` makes build/docs, `pressing` says which pages have to be rendered, `preview` when.
"""

import os

# Material's notice about its end of support is not for editors; it is read when Material is imported.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from generator.publishing.plugin.hooks import CareerGuidesPlugin as CareerGuidesPlugin
from generator.publishing.plugin.press import Press as Press
from generator.publishing.plugin.server import Server as Server
