"""One amount told in two ways: two units, two currencies, rates."""
