import pytest

from evals.evaluators.claims import claimed, founded, named, possession
from evals.evaluators.words import load_words, meanings_in
from tests.evals.evaluators.answered import article, judged, look, outputs

DRESS = article(category="cocktail_dress", pattern="solid")
OWNED = [
    {
        "id": "b",
        "slot": "mid",
        "category": "blazer",
        "colours": [{"name": "navy", "family": "navy"}],
        "fabrics": ["wool"],
    }
]
FAMILY = DRESS.colours[0].family
STRANGE = "orange" if FAMILY != "orange" else "purple"


@pytest.mark.parametrize(
    ("language", "reply", "score"),
    [
        ("en", "Wear it with your navy blazer.", 1),
        ("en", "Wear it with your brown shoes.", 0),
        ("en", "Wear it with your navy blazer and your brown shoes.", 0.5),
        ("en", "The cuff ends at your wrist.", None),
        ("en", "This is what you own, and a belt you own would do.", None),
        ("fr", "Gardez votre blazer marine.", 1),
        ("fr", "Gardez vos chaussures marron.", 0),
        ("fr", "Avec ta cravate.", 0),
        ("zh", "配你的藏青色西装外套。", 1),
        ("zh", "配您的黑色靴子。", 0),
        ("en", "The boots from your wardrobe go with it.", 0),
        ("en", "The blazer you already own finishes it.", 1),
        ("fr", "L'écharpe que vous avez déjà termine le tout.", 0),
        ("zh", "衣柜里的靴子正好能配。", 0),
    ],
)
def test_only_what_is_owned_is_called_theirs(language, reply, score):
    answer = outputs(reply, brief={"intent": "outfit", "language": language})
    assert judged(possession, {}, answer, wardrobe=OWNED) == score


def test_what_the_person_spoke_of_may_be_called_theirs():
    answer = outputs("Keep your boots.")
    assert judged(possession, {}, answer, say={"text": "what goes with my black boots?"}) == 1
    assert judged(possession, {}, answer, say={"text": "what goes with black trousers?"}) == 0


def test_colours_and_fabrics_are_those_of_what_is_shown():
    shown = [look(DRESS)]
    assert judged(named, {}, outputs(f"The {FAMILY} dress.", shown)) == 1
    assert judged(named, {}, outputs(f"The {STRANGE} dress.", shown)) == 0
    assert judged(named, {}, outputs("The tweed dress.", shown)) == 0
    assert judged(named, {}, outputs("The dress.", shown)) is None


def test_what_was_asked_or_is_a_taboo_may_be_named():
    answer = outputs(f"The {STRANGE} is what you wanted.", [look(DRESS)])
    assert judged(named, {}, answer, say={"text": f"a {STRANGE} dress"}) == 1
    told = {"taboos": [{"what": f"family:{STRANGE}", "why": "x", "hard": True}]}
    assert judged(named, {}, answer | {"conditions": told}) == 1


def test_advice_speaks_of_colours_at_large():
    answer = outputs(f"{STRANGE} goes with grey.", [look(DRESS)], brief={"intent": "ask_advice", "language": "en"})
    assert judged(named, {}, answer) is None


def test_a_longer_word_hides_the_shorter_one_within_it():
    colours = load_words().colours
    assert meanings_in("酒红色和藏青色", colours["zh"]) == {"burgundy", "navy"}
    assert meanings_in("bleu marine, vert olive", colours["fr"]) == {"navy", "olive"}


@pytest.mark.parametrize(
    ("language", "reply", "meanings"),
    [
        ("zh", "灰褐色真皮短靴", {"beige", "leather"}),
        ("en", "the dark blue jeans", {"navy"}),
        ("fr", "la jupe en velours côtelé", {"corduroy"}),
        ("fr", "la robe à motif cachemire", {"paisley"}),
        ("fr", "le pull en cachemire", {"cashmere"}),
    ],
)
def test_a_compound_is_not_what_its_parts_are(language, reply, meanings):
    assert claimed(reply, language) == meanings


def test_the_name_of_a_maker_is_no_cloth():
    chinos = article(brand="Halden Denim", category="chinos")
    told = {"intent": "outfit", "language": "en"}
    cotton = outputs("Take the cotton chinos (Halden Denim).", [look(chinos)], brief=told)
    assert judged(named, {}, cotton) == 1
    assert judged(named, {}, outputs("Take the denim chinos.", [look(chinos)], brief=told)) == 0


def test_what_might_be_is_no_claim():
    assert judged(named, {}, outputs(f"If you like, a {STRANGE} scarf.", [look(DRESS)])) is None


@pytest.mark.parametrize(
    ("language", "reply", "score"),
    [
        ("en", "It is on sale this week.", 0),
        ("en", "Find it at https://shop.example/x.", 0),
        ("en", "The shoes stay plain.", 1),
        ("en", "Use the code WEDDING15 at checkout.", 0),
        ("en", "It keeps to the code, black tie.", 1),
        ("en", "In M it is in stock.", 1),
        ("fr", "La livraison est gratuite.", 0),
        ("fr", "Les chaussures restent simples.", 1),
        ("fr", "Saisissez le code MARIAGE10 au moment de payer.", 0),
        ("fr", "Le code est respecté, personne ne se retournera.", 1),
        ("zh", "这周正在打折。", 0),
        ("zh", "鞋子简单就好。", 1),
    ],
)
def test_nothing_is_claimed_that_nobody_can_know(language, reply, score):
    assert judged(founded, {}, outputs(reply, brief={"intent": "outfit", "language": language})) == score
