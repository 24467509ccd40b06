"""What a turn leaves open and a later one settles: which garment was meant, what is taken back, what a photo shows."""

from typing import Any

import pytest

from graph import closet
from tests.graph.test_closet import COAT, OWN, hang, hung, reply, send
from tests.photos import red_square
from tools import pixels

SCARVES = [{"category": "scarf", "colours": ["red"]}, {"category": "scarf", "colours": ["red"], "fabrics": ["wool"]}]
BOOTS = [{"category": "ankle_boots", "colours": ["black"]}, {"category": "chelsea_boots", "colours": ["brown"]}]


async def left(talk: Any) -> set[str]:
    return {" ".join([*one.fabrics, one.category]) for one in await talk.services.wardrobe.garments(talk.caller)}


async def made_out(talk: Any, *photos: bytes) -> None:
    """Photos captioned outside of the thread, as an upload does it."""
    numbers = [(await talk.services.photos.add(talk.caller, data)).number for data in photos]
    await closet.hang_photos(talk.services, talk.caller, numbers, await closet.captioner(talk.services, talk.caller))


@pytest.mark.parametrize(
    ("text", "which", "answer", "gone"),
    [
        ("delete the red scarf", "the red scarf or the red wool scarf?", "the wool one", {"wool scarf"}),
        ("delete the red scarf", "?", "the first one", {"scarf"}),
        ("delete the red scarf", "?", "both", {"scarf", "wool scarf"}),
        ("delete the red scarf", "?", "neither", set()),
        ("supprime l'écharpe rouge", "l'écharpe rouge en laine ?", "celle en laine", {"wool scarf"}),
        ("supprime l'écharpe rouge", "?", "la deuxième", {"wool scarf"}),
        ("supprime l'écharpe rouge", "?", "aucune", set()),
        ("删掉红围巾", "红色羊毛围巾？", "羊毛那条", {"wool scarf"}),
        ("删掉红围巾", "？", "第一条", {"scarf"}),
        ("删掉红围巾", "？", "两条都删", {"scarf", "wool scarf"}),
    ],
)
async def test_which_of_several_is_asked_before_one_goes(
    talk: Any, text: str, which: str, answer: str, gone: set[str]
) -> None:
    await hang(talk, *SCARVES)
    asked = reply(await talk.say(text))
    assert which in asked and await left(talk) == {"scarf", "wool scarf"}
    assert reply(await talk.say(answer))
    assert await left(talk) == {"scarf", "wool scarf"} - gone


async def test_each_of_two_questions_is_settled_in_its_turn(talk: Any) -> None:
    await hang(talk, *SCARVES, *BOOTS)
    reply(await talk.say("delete the scarf and the boots"))
    assert "boots" in reply(await talk.say("the wool one"))
    reply(await talk.say("the brown ones"))
    assert await left(talk) == {"scarf", "ankle_boots"}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("my boots are in the wash", "the brown ones"),
        ("mes bottes sont au lavage", "les marron"),
        ("我的靴子在洗", "棕色的"),
    ],
)
async def test_which_of_several_is_in_the_wash(talk: Any, text: str, answer: str) -> None:
    await hang(talk, *BOOTS)
    reply(await talk.say(text))
    assert {one.state for one in (await hung(talk)).values()} == {"here"}
    reply(await talk.say(answer))
    assert {key: one.state for key, one in (await hung(talk)).items()} == {
        "ankle_boots": "here", "chelsea_boots": "in_wash",
    }  # fmt: skip


async def test_all_of_a_kind_go_where_that_is_said(talk: Any) -> None:
    await hang(talk, *BOOTS, COAT)
    reply(await talk.say("delete all my boots"))
    assert await left(talk) == {"overcoat"}


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("delete the white jeans", "undo that"),
        ("delete the white jeans", "no wait, keep them"),
        ("I gave the white jeans away", "no wait, I still have them"),
        ("my white jeans are in the wash", "no, they're not"),
        ("my white jeans are actually black", "take that back"),
        ("I wore the white jeans yesterday", "oops, that was a mistake"),
        ("I paid 80 euros for the white jeans", "undo"),
        ("supprime le jean blanc", "annule"),
        ("j'ai donné le jean blanc", "en fait non, je l'ai encore"),
        ("把白色牛仔裤删掉", "撤销"),
        ("白色牛仔裤送人了", "弄错了"),
    ],
)
async def test_a_change_is_taken_back(talk: Any, text: str, back: str) -> None:
    await hang(talk, *OWN)
    before = (await hung(talk))["jeans"]
    reply(await talk.say(text))
    assert (await hung(talk)).get("jeans") != before
    output = await talk.say(back)
    assert output["brief"]["intent"] == "wardrobe" and reply(output)
    assert (await hung(talk))["jeans"] == before
    assert len(await hung(talk)) == len(OWN)


async def test_a_merger_and_a_new_garment_are_taken_back(talk: Any) -> None:
    first, second = await hang(talk, COAT, COAT | {"fabrics": ["wool"]})
    await talk.say("merge the two black coats")
    assert len(await talk.services.wardrobe.garments(talk.caller)) == 1
    await talk.say("undo that")
    assert {one.id for one in await talk.services.wardrobe.garments(talk.caller)} == {first.id, second.id}
    await talk.say("add my green parka to my wardrobe")
    assert "parka" in await hung(talk)
    await talk.say("undo that")
    assert "parka" not in await hung(talk)


async def test_what_is_undone_can_be_done_again(talk: Any) -> None:
    await hang(talk, *OWN)
    await talk.say("delete the white jeans")
    await talk.say("undo that")
    assert "jeans" in await hung(talk)
    await talk.say("undo that")
    assert "jeans" not in await hung(talk)


async def test_nothing_is_taken_back_after_a_while_nor_in_another_thread(talk: Any) -> None:
    from tests.conftest import Talk

    await hang(talk, *OWN)
    await talk.say("delete the white jeans")
    assert "nothing" in reply(await Talk(talk.services, talk.caller).say("undo that")).lower()
    for _ in range(3):
        await talk.say("thanks")
    await talk.say("undo that")
    assert "jeans" not in await hung(talk)


async def test_a_photo_that_was_deleted_is_not_brought_back(talk: Any) -> None:
    await made_out(talk, red_square())
    reply(await talk.say("delete photo 1"))
    assert "gone for good" in reply(await talk.say("undo that"))
    assert await talk.services.photos.photos(talk.caller) == []


async def test_a_garment_comes_back_without_a_photo_that_went_since(talk: Any) -> None:
    photo = await talk.services.photos.add(talk.caller, red_square())
    await hang(talk, COAT | {"photo": 1})
    await talk.say("delete the black overcoat")
    await talk.services.photos.remove(talk.caller, photo.id)
    await talk.say("undo that")
    assert (await hung(talk))["overcoat"].photos == []


async def test_what_is_kept_to_be_taken_back_goes_with_the_thread(talk: Any) -> None:
    await hang(talk, *OWN)
    await talk.say("delete the white jeans")
    config = {"configurable": {"thread_id": talk.thread}}
    kept = (await talk.services.graph.aget_state(config)).values["undo"]
    assert [row["key"] for row in kept["wardrobe"]["changes"]]
    await talk.services.forget_thread(talk.caller, talk.thread)
    assert not (await talk.services.graph.aget_state(config)).values


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("photo 1 is a blouse", "blouse"),
        ("the first photo is a blouse, not a skirt", "blouse"),
        ("it's a blouse", "blouse"),
        ("la photo 1 est un chemisier", "blouse"),
        ("sur la photo 1, c'est un chemisier", "blouse"),
        ("第1张是女式衬衫", "衬衫"),
    ],
)
async def test_what_a_photo_shows_is_put_right_in_a_thread_of_its_own(talk: Any, text: str, says: str) -> None:
    await made_out(talk, red_square())
    assert says in reply(await talk.say(text))
    (garment,) = (await hung(talk)).values()
    assert (garment.category != "midi_skirt", garment.confirmed, garment.photo) == (True, True, 1)


@pytest.mark.parametrize("text", ["photo 1 is a skirt", "la photo 1 est une jupe", "第一张照片是半身裙"])
async def test_what_it_is_taken_for_already_is_confirmed(talk: Any, text: str) -> None:
    await made_out(talk, red_square())
    reply(await talk.say(text))
    assert (await hung(talk))["midi_skirt"].confirmed


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("photo 1 is a shirt and photo 2 is a black coat", {"shirt": ("red", 1), "overcoat": ("black", 2)}),
        ("la photo 2 est une chemise", {"shirt": ("red", 2)}),
        ("第2张是衬衫", {"shirt": ("red", 2)}),
    ],
)
async def test_what_could_not_be_made_out_is_named_by_its_number(
    talk: Any, monkeypatch: pytest.MonkeyPatch, text: str, seen: dict[str, Any]
) -> None:
    monkeypatch.setattr(pixels, "guess_of", lambda picture: None)
    await made_out(talk, red_square(), red_square(200))
    reply(await talk.say(text))
    found = await hung(talk)
    assert {key: (one.colours[0].family, one.photo) for key, one in found.items()} == seen
    assert all(one.confirmed for one in found.values())


@pytest.mark.parametrize("text", ["yes, that's right", "c'est juste", "对的", "confirm everything"])
async def test_a_thread_that_begins_with_a_confirmation_confirms_what_waits(talk: Any, text: str) -> None:
    await made_out(talk, red_square())
    reply(await talk.say(text))
    assert (await hung(talk))["midi_skirt"].confirmed


@pytest.mark.parametrize("text", ["good morning", "right, what should I wear to the office?", "I'm right-handed"])
async def test_what_only_begins_like_one_does_not(talk: Any, text: str) -> None:
    await made_out(talk, red_square())
    await talk.say(text)
    assert not (await hung(talk))["midi_skirt"].confirmed


async def test_one_of_several_that_wait_has_to_be_named(talk: Any) -> None:
    await hang(talk, *(row | {"origin": "photo", "confirmed": False, "photo": n} for n, row in enumerate(BOOTS, 1)))
    assert "ankle boots (photo 1)" in reply(await talk.say("it's right"))
    assert not any(one.confirmed for one in (await hung(talk)).values())
    reply(await talk.say("the first one is right"))
    assert {key: one.confirmed for key, one in (await hung(talk)).items()} == {
        "ankle_boots": True, "chelsea_boots": False,
    }  # fmt: skip


@pytest.mark.parametrize("no", ["no, they're different", "no", "non, ce ne sont pas les mêmes", "不是同一件"])
async def test_two_that_are_said_to_be_two_are_not_proposed_again(talk: Any, no: str) -> None:
    await hang(talk, COAT | {"photo": 1}, COAT | {"photo": 2})
    reply(await talk.say("are there any duplicates in my wardrobe?"))
    reply(await talk.say(no))
    assert len(await talk.services.wardrobe.garments(talk.caller)) == 2
    assert "Nothing looks" in reply(await talk.say("are there any duplicates in my wardrobe?"))


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("Which photo is best for a job interview?", 1),
        ("quelle photo convient le mieux pour un entretien d'embauche ?", 1),
        ("哪张照片最适合面试？", 1),
        ("which of photos 2 and 3 is better for the gym?", 3),
    ],
)
async def test_the_photo_that_suits_best_is_completed(talk: Any, text: str, best: int) -> None:
    rows = [{"category": "dress_shirt", "colours": ["white"]}, {"category": "evening_gown", "colours": ["red"]},
            {"category": "tank", "colours": ["grey"]}]  # fmt: skip
    for number in (1, 2, 3):
        await talk.services.photos.add(talk.caller, red_square(200 + number))
    hanging = await hang(talk, *(row | {"photo": n} for n, row in enumerate(rows, 1)))
    output = await talk.say(text)
    assert output["brief"]["photos"] == [best] and str(best) in reply(output)
    assert hanging[best - 1].id in {item["id"] for look in output["looks"] for item in look["items"]}


async def test_nobody_answers_for_another(talk: Any) -> None:
    from tests.conftest import Talk, stranger

    other = Talk(talk.services, stranger())
    await hang(talk, *SCARVES)
    await talk.say("delete the red scarf")
    await other.say("both")
    await other.say("undo that")
    assert await left(talk) == {"scarf", "wool scarf"} and await left(other) == set()


async def test_what_goes_with_a_doubtful_photo_is_proposed_and_put_right(
    talk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    doubt = {"shirt": 0.45, "pants": 0.4, "dress": 0.15}
    guess = type("Guess", (), {"likeliest": lambda self, count: [*doubt.items()][:count]})()
    monkeypatch.setattr(pixels, "guess_of", lambda picture: guess)
    output = await send(talk, "what goes with this?", red_square())
    assert output["looks"] and "a shirt, trousers or a dress?" in reply(output)
    reply(await talk.say("trousers"))
    (garment,) = (await hung(talk)).values()
    assert (garment.category, garment.confirmed) == ("trousers", True)


@pytest.mark.parametrize(
    ("told", "back", "says"),
    [
        ("I hate green", "no wait, undo that", "skip green"),
        ("je déteste le vert", "non, annule ça", "le vert"),
        ("我讨厌绿色", "等等，撤销刚才那条", "绿色"),
    ],
)
async def test_what_was_just_told_of_oneself_is_taken_back(talk: Any, told: str, back: str, says: str) -> None:
    await talk.say(told)
    assert (await talk.services.memory.profile(talk.caller)).avoid_colours == ["green"]
    output = await talk.say(back)
    assert says in reply(output) and output["brief"]["intent"] == "profile"
    assert (await talk.services.memory.profile(talk.caller)).avoid_colours == []


async def test_what_was_told_of_oneself_before_that_stays(talk: Any) -> None:
    await talk.say("I hate green")
    await talk.say("a navy dress for the office")
    await talk.say("undo that")
    assert (await talk.services.memory.profile(talk.caller)).avoid_colours == ["green"]


@pytest.mark.parametrize("said", ["I hate the first one, never show it to me again", "don't show me the first again"])
async def test_a_look_that_is_never_to_be_shown_again_is_no_cry_for_help_and_not_drawn(talk: Any, said: str) -> None:
    first = (await talk.say("a dress for a garden party in June"))["looks"][0]
    output = await talk.say(said)
    assert output["brief"]["intent"] in {"feedback", "find", "outfit"} and output["preview"] is None
    assert first["id"] not in {look["id"] for look in output["looks"]}
    assert "doctor" not in reply(output)
