"""Career guides: YAML occupation profiles and method guides become a static site with client-side quizzes."""
