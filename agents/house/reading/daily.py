"""What is worn day in, day out, where it is but a reason: "I wear black every day at work, so no black"."""

from agents.house.reading.mentions import Reading


def is_reason(reading: Reading) -> bool:
    """Whether an occasion of every day only tells why something is refused."""
    refuses = any(mention.denied for mention in reading.mentions)
    return refuses and reading.has("daily") and reading.has("of_self")
