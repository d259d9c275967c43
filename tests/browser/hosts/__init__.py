"""The site behind servers that publishers use."""
