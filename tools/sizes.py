"""Clothes sizes by letter, and which of them to look in for somebody whom the scale of most shops ends short of."""

LETTERS = ("XXS", "XS", "S", "M", "L", "XL", "XXL", "XXXL")


def looked_in(size: str | None) -> tuple[str, ...]:
    """The sizes that may fit, the person's own first; for one beyond the scale ("4XL") also its largest."""
    if size is None:
        return ()
    beyond = size.endswith("XL") and size not in LETTERS
    return (size, LETTERS[-1]) if beyond else (size,)
