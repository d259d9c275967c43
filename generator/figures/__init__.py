"""From official releases to tables of figures by code, and what a table says of an occupation."""
