"""Packs: what a beat counts, how writers say so, and what must hold. model.py holds them, files.py reads them."""

from factcheck.packs.model import Example, Measure, Origin, Pack, Place, Reach, Role, Rule, Thing

__all__ = ["Example", "Measure", "Origin", "Pack", "Place", "Reach", "Role", "Rule", "Thing"]
