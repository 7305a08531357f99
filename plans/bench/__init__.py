"""What `make bench` measures: how long a plan takes to print and to read, and how that grows."""
