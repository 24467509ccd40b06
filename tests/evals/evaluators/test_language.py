import pytest

from evals.evaluators.language import language, language_of
from tests.evals.evaluators.answered import article, judged, look, outputs

DRESS, HEELS = article(category="cocktail_dress"), article(category="block_heels")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Wear the navy dress and keep the shoes plain.", "en"),
        ("Prenez la robe bleu marine, avec des chaussures simples.", "fr"),
        ("L'étole crème n'est pas un ornement.", "fr"),
        ("就穿藏青色连衣裙，配 Chelsea boots 也行。", "zh"),
        ("Zara, Tolland.", None),
        ("116 €", None),
    ],
)
def test_a_sentence_is_told_by_its_script_and_small_words(said, expected):
    assert language_of(said) == expected


def test_a_reply_is_in_the_language_of_the_case_unless_another_is_due():
    french = outputs("Je prendrais la robe verte, elle suffit à la tenue. Et vous dites si c'est trop.")
    assert judged(language, {}, french, language="fr") == 1
    assert judged(language, {}, french, language="en") == 0
    assert judged(language, {"language": "fr"}, french, language="en") == 1


def test_a_single_sentence_of_another_language_counts():
    mixed = outputs("Wear the green dress, it is enough. Et gardez les chaussures pour la fin de la soirée.")
    assert judged(language, {}, mixed) == 0.5


def test_names_of_articles_are_left_out():
    answer = outputs(f"Prenez {DRESS.name} avec {HEELS.name}, c'est tout.", [look(DRESS, HEELS)])
    assert judged(language, {}, answer, language="fr") == 1


def test_what_cards_say_counts_too():
    english = look(DRESS, title="Dress and heels", why=["the cocktail dress you asked for"])
    french = "Prenez la robe, avec des chaussures simples."
    assert judged(language, {}, outputs(french, [english]), language="fr") == pytest.approx(1 / 3)
    told = english | {"title": "Robe et escarpins", "why": ["la robe que vous demandiez pour le soir"]}
    assert judged(language, {}, outputs(french, [told]), language="fr") == 1
