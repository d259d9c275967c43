"""What the site's own scripts get, as models: the JSON files and the scripts' types are both made from them.

Nobody else reads these files, so they may change with the scripts; what is kept short is loaded by every reader.
"""
