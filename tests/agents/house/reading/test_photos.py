"""What is asked of photos, in three languages: what goes with one, its like, an opinion, and nothing of the kind."""

import pytest

from tests.agents.house.asking_photos import asked

SAID = {
    "complete": [
        "Can you recommend a clothe to match image number 7?",
        "What goes with image number 2, under 60 euros, no black?",
        "What do you think would go with image 7?",
        "an outfit around picture 4 please",
        "and the 3rd photo?",
        "Tu peux me conseiller un vêtement pour aller avec l'image numéro 7 ?",
        "et l'image 3 ?",
        "avec quoi porter la photo 4 ?",
        "能推荐一件衣服搭配第7张图吗？",
        "第十二张照片配什么？",
        "第12张图呢？",
        "图7配什么",
    ],
    "find": [
        "a bag to go with image 2",
        "un gilet bleu ample pour aller avec la photo 2, moins de 80 euros",
        "找一个包搭配第2张图",
    ],
    "similar": [
        "looks like image 3",
        "something similar to photo 2",
        "a dress like the one in photo 6",
        "do you have anything like photo 3 but in red?",
        "trouve-moi quelque chose qui ressemble à l'image 3",
        "le même que sur l'image 1",
        "des articles ressemblant à l'image numéro 5",
        "找一件和第3张图相似的",
        "有没有像第3张图那样的？",
        "和第2张照片一样的裙子",
    ],
    "relook": [
        "What do you think of image 1?",
        "Give me a relooking advice on photo 3",
        "How could I improve the outfit in image 2?",
        "review the outfit on image number 3",
        "make image 7 dressier",
        "rends la tenue de la photo 7 plus habillée",
        "第7张图的搭配去上班可以吗？",
        "is image 7 ok for a job interview?",
        "photo 2, too casual for the office?",
        "Que penses-tu de l'image 7 ?",
        "la tenue de l'image 4 convient-elle pour un mariage ?",
        "fais-moi un relooking de la photo 3",
        "你觉得我第7张照片里的穿搭怎么样？",
        "第7张图适合面试吗？",
        "给第3张照片一些改造建议",
        "can you relook my wardrobe?",
        "tu peux relooker ma garde-robe ?",
        "relookez mon dressing",
        "能帮我改造一下衣橱吗？",
    ],
    "wardrobe": ["delete image 3", "supprime l'image 3", "删除第3张图"],
    "preview": ["show me the picture of the look", "montre-moi l'image", "给我看看这套新搭配的预览"],
}
SENT = {
    "similar": ["something like this", "looks like this", "quelque chose qui ressemble à ça", "有类似的吗"],
    "relook": ["what do you think of this?", "que penses-tu de ça ?", "这身怎么样？"],
    "complete": ["what goes with this?", "这个配什么", "I bought this yesterday"],
}


@pytest.mark.parametrize(("intent", "text"), [(intent, text) for intent, texts in SAID.items() for text in texts])
def test_what_is_asked_of_a_numbered_photo(intent: str, text: str) -> None:
    assert asked(text).intent == intent


@pytest.mark.parametrize(("intent", "text"), [(intent, text) for intent, texts in SENT.items() for text in texts])
def test_what_is_asked_of_a_photo_that_is_sent(intent: str, text: str) -> None:
    brief = asked(text, new_photos=[8])
    assert (brief.intent, brief.photos) == (intent, [8])


@pytest.mark.parametrize(
    ("text", "photos"),
    [
        ("what goes with image number 7?", [7]),
        ("与第十二张照片类似的", [12]),
        ("和第2张照片一样的裙子", [2]),
        ("给第3张照片一些改造建议", [3]),
        ("l'image numéro 12", [12]),
        ("match images 2 and 3", [2]),
    ],
)
def test_the_number_is_that_of_the_photo(text: str, photos: list[int]) -> None:
    assert asked(text).photos[:1] == photos


@pytest.mark.parametrize(
    "text", ["Find a loose blue cardigan to match image number 2, under 80 euros", "80欧以内的蓝色宽松开衫搭配第2张图"]
)
def test_what_else_is_said_in_the_sentence_is_kept(text: str) -> None:
    brief = asked(text)
    assert (brief.photos, brief.colours, brief.fit) == ([2], ["blue"], "relaxed")
    assert brief.categories == ["cardigan"]
    assert brief.budget is not None and brief.budget.max == 80


@pytest.mark.parametrize("text", ["what do you think of image 1?", "et l'image 3 ?", "looks like image 2"])
def test_a_photo_begins_anew_after_looks(text: str) -> None:
    brief = asked(text, after_looks=True)
    assert brief.refinement is None
    assert brief.refers_to == []


@pytest.mark.parametrize("text", ["another colour please", "une autre couleur", "换个颜色"])
def test_another_colour_leaves_the_shown_one_behind(text: str) -> None:
    brief = asked(text, after_looks=True)
    assert brief.refinement is not None and brief.refinement.change == "other"
    assert brief.avoid_colours == ["navy"]  # the cardigan's; the shirt below it is the person's own


def test_a_colour_that_is_named_is_asked_for_instead() -> None:
    brief = asked("another colour, red please", after_looks=True)
    assert (brief.colours, brief.avoid_colours) == (["red"], [])


@pytest.mark.parametrize("text", ["relook my wardrobe", "fais un relooking de ma garde-robe", "帮我改造一下我的衣橱"])
def test_the_wardrobe_is_judged_whatever_was_spoken_of(text: str) -> None:
    brief = asked(text, after_looks=True)
    assert (brief.intent, brief.refinement) == ("relook", None)
