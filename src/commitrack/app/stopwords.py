"""Words of a title that an id leaves out."""

STOPWORDS = frozenset(
    """
    a an and any are as at back be been before both but by can do does done effect effective end
    ends ensure expected for from further get gets give go goes had has have if in into is it its
    keep make makes may more most must new no not of off on onto or out over per set shall should
    so start starts take takes than that the their then there these they this those through to
    toward towards under until up upon us via was were when which while who will with within would
    """.split()
)
"""English; a title in another language keeps all its words."""
