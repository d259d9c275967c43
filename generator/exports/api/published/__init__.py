"""What the API publishes, as models: the JSON files and their JSON Schemas are both made from them.

Within one version a field keeps its name and meaning; new ones may come. So the schemas let unknown fields pass.
"""
