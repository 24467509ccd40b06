import pytest

from agents.gate import Facts, objection, render, split_sentences
from agents.known import Known

FACTS = Facts(
    language="en",
    rendered={"1.1": "the sage midi dress, 59 €", "1.1.name": "the sage midi dress", "1.total": "128 €"},
    colours={"1.1": frozenset({"green"})},
    said=frozenset({"red"}),
    owned=frozenset({"trousers"}),
    known=Known(
        said=frozenset({("weekday", "0"), ("occasion", "wedding"), ("occasion", "black_tie")}),
        words=frozenset({"monday"}),
    ),
)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wear [[1.1]] and let it be the only colour.",
        "The green of [[1.1.name]] stays clear of red.",
        "All of it comes to [[1.total]].",
        "Keep your trousers for Monday.",
        "Leave the red for the bride.",
        "Grey likes burgundy and navy.",
        "[[1.1.name]] is a notch below black tie.",
    ],
)
def test_a_true_sentence_leaves(sentence):
    assert objection(sentence, FACTS) is None


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("It costs 59.", "a digit outside a token"),
        ("It is about € well spent.", "a currency outside a token"),
        ("That is sixty euros.", "a currency outside a token"),
        ("Take [[9.9]] with it.", "an unknown token"),
        ("Take [[1.1 with it.", "an unknown token"),
        ("Take look-abc123 with it.", "a digit outside a token"),
        ("The purple of [[1.1.name]] sings.", "a colour the piece has not"),
        ("Wear your blazer over it.", "a thing the person does not own"),
        ("It is very flattering.", "a blocked word"),
        ("Portez la robe avec des sandales et un gilet.", "another language"),
        ("就穿那条裙子。", "another language"),
    ],
)
def test_a_sentence_that_may_not_leave_names_its_rule(sentence, reason):
    assert objection(sentence, FACTS) == reason


@pytest.mark.parametrize(
    ("language", "good", "bad"),
    [
        ("fr", "Portez [[1.1]] avec des sandales plates.", "Wear the sandals and it is done."),
        ("zh", "就穿[[1.1]]，配平底鞋。", "Wear the sandals."),
        ("fr", "Le tout fait [[1.total]].", "C'est amincissant."),
        ("zh", "一共[[1.total]]。", "这件很显瘦。"),
    ],
)
def test_each_language_has_its_own_words(language, good, bad):
    facts = Facts(language=language, rendered=FACTS.rendered, colours=FACTS.colours)
    assert objection(good, facts) is None
    assert objection(bad, facts) is not None


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "This hides flaws nicely."),
        ("en", "It slims the waist."),
        ("en", "You look ten years younger in it."),
        ("fr", "Cette coupe affine la silhouette."),
        ("fr", "Elle cache les rondeurs, pour les vraies femmes."),
        ("fr", "La veste gomme les hanches et vous rajeunit."),
        ("zh", "这件修饰身材，还减龄。"),
    ],
)
def test_no_garment_is_praised_for_what_it_does_to_a_body(language, sentence):
    assert objection(sentence, Facts(language=language, rendered={}, colours={})) == "a blocked word"


def test_a_rendered_sentence_begins_with_a_capital():
    assert render("[[1.1.name]] does it.", FACTS) == "The sage midi dress does it."


def test_sentences_are_split_at_their_end_and_tokens_stay_whole():
    whole, rest = split_sentences("Wear [[1.1]]. It is light! And [[1.")
    assert whole == ["Wear [[1.1]]. ", "It is light! "]
    assert rest == "And [[1."
    assert split_sentences("就穿这条。再加披肩。好")[0] == ["就穿这条。", "再加披肩。"]
