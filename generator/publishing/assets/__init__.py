"""What pages are made to look and act by, as it is published: scripts joined, one style sheet, addresses by content."""
