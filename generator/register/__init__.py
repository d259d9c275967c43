"""What is made of a `Site`: every file once, and what each is made of."""
