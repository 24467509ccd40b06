from agents.history import LONGEST, decided

LONG = [
    "Hello there! My budget is 150 euros. How is your day?",
    "Thanks, that was helpful!",
    "I never wear heels, they hurt. See you.",
    "Size M please",
]


def test_what_was_decided_is_kept_word_for_word_and_small_talk_is_not():
    assert decided(LONG) == ["My budget is 150 euros.", "I never wear heels, they hurt.", "Size M please"]


def test_other_languages_are_read_too():
    assert decided(["Merci bien.", "Je déteste le polyester. À demain !"]) == ["Je déteste le polyester."]
    assert decided(["你好呀。我不穿高跟鞋。"]) == ["我不穿高跟鞋。"]


def test_what_is_said_twice_is_kept_once_where_it_was_said_last():
    assert decided(["Size M please", "I like red.", "Size M please"]) == ["I like red.", "Size M please"]


def test_of_too_much_the_latest_is_kept():
    texts = [f"I want a red coat for party number {number}." for number in range(200)]
    kept = decided(texts)
    assert kept == texts[-len(kept) :]
    assert LONGEST / 2 < sum(map(len, kept)) <= LONGEST
    assert decided([]) == []
