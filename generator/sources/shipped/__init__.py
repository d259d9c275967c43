"""The files that come with the generator, as a site has them that lacks its own."""
