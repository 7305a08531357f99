"""The federation's own pages, for its office: who it is, who sits in it, its rules."""
