"""What the words of a sentence say of its own figures: what moved, which parts make a whole, who leads by how much.

A statement is read without knowing what its figures count. The packs say, as equations, what must hold in it.
"""
