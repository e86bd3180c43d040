"""Which claims cannot all be true: each rule by itself, words, dates, and chains of rules."""
