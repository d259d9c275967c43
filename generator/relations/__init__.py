"""What occupations have to do with each other: codes, ways in, neighbours, places on the map of work."""
