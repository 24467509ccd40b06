from agents.house.phrases import load_forms
from agents.house.prose.pen import Pen, Thing, begins_as, joined

BOOTS = Thing((("[[1.1.name]]", "the boots"),), "p")
PHRASES = {
    "walk": ("{boots} {boots.is} for walking",),
    "first": ("take {hat}", "take {boots}"),
    "open": ("wear {pair.with}", "try {pair.with}"),
    "pair.with": ("them with {boots}",),
}


def pen(**slots: str | Thing) -> Pen:
    return Pen("en", PHRASES, load_forms("en"), {"boots": BOOTS, **slots}, "seed")


def test_a_phrase_with_an_empty_slot_is_out_of_reach() -> None:
    assert pen().clause("first") == "take [[1.1.name]]"
    assert pen().clause("walk", slots={"boots": None}) == "[[1.1.name]] are for walking"
    assert Pen("en", PHRASES, {}, {}, "").clause("walk") is None


def test_a_piece_is_cited_once_and_then_called_by_its_noun() -> None:
    writer = pen()
    assert writer.sentence("first") == "Take [[1.1.name]]. "
    assert writer.sentence("walk") == "The boots are for walking. "


def test_no_phrase_is_used_twice() -> None:
    writer = pen()
    assert writer.clause("walk")
    assert writer.clause("walk") is None


def test_lists_nest_and_openings_are_avoided() -> None:
    assert pen().clause("open", avoid=["Wear the green dress"]) == "try them with [[1.1.name]]"
    assert pen().clause("open", avoid=["Try it"]) == "wear them with [[1.1.name]]"


def test_french_keeps_its_thin_spaces_and_chinese_has_none() -> None:
    assert Pen("fr", {"a": ("voilà : oui ; et vous ?",)}, {}, {}, "").sentence("a") == (
        "Voilà\u00a0: oui\u202f; et vous\u202f? "
    )
    assert Pen("zh", {"a": ("就穿这件",)}, {}, {}, "").sentence("a") == "就穿这件。"


def test_lists_are_spoken_as_the_language_does() -> None:
    assert joined(["a", "b", "c"], "en") == "a, B and c".lower()
    assert joined(["a", "b"], "fr") == "a et b"
    assert joined(["a", "b", "c"], "zh") == "a、b和c"
    assert joined(["a"], "en") == "a"


def test_openings_are_compared_by_their_first_words() -> None:
    assert begins_as("Wear the coat", ["wear a hat"], "en")
    assert not begins_as("Wear the coat", ["Where to"], "en")
    assert begins_as("就穿这件", ["就穿那件"], "zh")


def test_what_an_earlier_reply_said_is_said_otherwise() -> None:
    phrases = {"sum": ("altogether that makes {total}", "the whole outfit is {total}"), "only": ("try it on at home",)}
    said = ["Wear it. Altogether that makes 89 €. Try it on at home."]

    def writer() -> Pen:
        return Pen("en", phrases, {}, {"total": "[[1.total]]"}, "seed", said=said)

    assert writer().clause("sum") == "the whole outfit is [[1.total]]"
    assert writer().clause("only") == "try it on at home"
    assert writer().has_said("only") and writer().has_said("missing", "sum") and not writer().has_said("missing")


def test_what_was_named_before_goes_by_its_noun() -> None:
    writer = Pen("en", PHRASES, load_forms("en"), {"boots": BOOTS}, "seed", cited=["1.1"])
    assert "[[" not in (writer.clause("walk") or "[[")


def test_a_pen_knows_which_facts_it_has_told() -> None:
    writer = Pen("en", {"sum": ("it comes to {total}",)}, {}, {"total": "[[1.total]]"}, "seed")
    assert writer.told == frozenset()
    writer.clause("sum")
    assert writer.told == {"1.total"}


def test_a_pen_knows_what_it_has_named() -> None:
    writer = pen()
    assert writer.cited == frozenset()
    writer.clause("walk")
    assert writer.cited == {"1.1"}
