import re

import pytest

from agents.gate import TOKEN
from agents.house.merge import write
from stores.vocabulary import Conditions, Language, Refinement, Taboo, Unmet
from tests.agents.house.merge_requests import BLAZERS, DRESS, LANGUAGES, OWNED, SUIT, grid, piece, rendered, request


def test_chinese_never_begins_with_a_particle() -> None:
    for name, asked in grid("zh"):
        for sentence in write(asked):
            assert not re.match("[的了着过吗呢，、；]", TOKEN.sub("物", sentence)), (name, sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_rain_that_was_said_gets_its_sentence_without_odds(language: Language) -> None:
    umbrella = [*SUIT[:4], piece("accessory", "umbrella", "navy")]
    for number in range(10):
        asked = request(language, [umbrella], text=str(number), stated_weather=["rain"], sky=Conditions(rain_chance=1))
        for key in ("temp_min", "temp_max", "rain_chance"):
            asked.facts.pop(key)
        reply = "".join(write(asked))
        assert "[[1.5.name]]" in reply
        assert "rain_chance" not in reply


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_day_that_never_thaws_no_rain_is_spoken_of(language: Language) -> None:
    sky = Conditions(temp_min_c=-9, temp_max_c=-2, rain_chance=0.6, snow=True)
    replies = ["".join(write(request(language, [SUIT], text=str(number), sky=sky))) for number in range(10)]
    assert not any("rain_chance" in reply for reply in replies)
    assert all(re.search("snow|neige|雪", reply) for reply in replies)


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_look_is_named_by_what_it_alone_has(language: Language) -> None:
    derbies = [*SUIT[:3], piece("footwear", "derbies", "black", "leather")]
    same = [one.model_copy() for one in SUIT]
    for number in range(20):
        told = "".join(write(request(language, [SUIT, derbies, same], text=str(number))))
        assert not re.search(r"\[\[2\.[123]|\[\[3\.\d", told), told


def test_articles_of_the_firsts_name_are_not_named_again() -> None:
    for number in range(20):
        looks = [BLAZERS[0], BLAZERS[0], BLAZERS[1]]
        assert rendered(request("en", looks, intent="find", text=str(number))).count("the black wool blazer") == 1


def test_a_piece_exchanged_leads_and_the_rest_goes_by_its_nouns() -> None:
    before = rendered(request("en", [SUIT]))
    brown = [*SUIT[:3], piece("footwear", "derbies", "brown", "suede"), SUIT[4]]
    wanted = [{"slot": "footwear", "colours": ["brown"], "text": "brown shoes"}]
    for number in range(10):
        swap = Refinement(change="swap")
        asked = request(
            "en", [brown], text=str(number), refinement=swap, wanted=wanted, said=[before], colours=["brown"]
        )
        first = next(write(asked))
        assert "[[1.4.name]]" in first and "the blazer" in first
        assert len(list(write(asked))) <= 4


@pytest.mark.parametrize(
    ("sky", "felt"), [(None, False), (Conditions(), False), (Conditions(temp_min_c=2, temp_max_c=9), True)]
)
@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "temperature drops|cold out|warming"), ("fr", "laisse le froid|couche de plus"), ("zh", "天一凉|顶两件")],
)
def test_a_cloth_is_praised_for_the_cold_only_where_it_is_cold(
    language: Language, words: str, sky: Conditions | None, felt: bool
) -> None:
    told = [rendered(request(language, [SUIT], sky=sky, why=["fabric:wool"], text=str(n))) for n in range(30)]
    told += [rendered(request(language, [BLAZERS[0]], sky=sky, intent="find", text=str(n))) for n in range(30)]
    assert any(re.search(words, reply) for reply in told) == felt


WARM = Conditions(temp_min_c=17, temp_max_c=31)


@pytest.mark.parametrize(
    ("language", "category", "words"),
    [
        ("en", "blazer", "arm|indoors"), ("en", "sweater", "top layer"), ("fr", "blazer", "bras|intérieur"),
        ("fr", "sweater", "dessus"), ("zh", "blazer", "外套"), ("zh", "sweater", "外面这件"),
    ],
)  # fmt: skip
def test_on_a_warm_day_what_is_worn_on_top_is_not_denied(language: Language, category: str, words: str) -> None:
    look = [piece("mid", category, "navy", "cotton"), *SUIT[1:4]]
    for number in range(10):
        told = rendered(request(language, [look], sky=WARM, text=str(number)))
        assert re.search(words, told), told


def test_a_piece_taken_away_is_said_to_go() -> None:
    asked = request("en", [SUIT], refinement=Refinement(change="swap"), avoid_categories=["tie"])
    openings = {next(write(asked.model_copy(update={"text": str(number)}))).split()[0] for number in range(20)}
    assert openings <= {"Leave", "It", "No", "Gone,"}


def test_only_so_many_pieces_are_said_to_be_new() -> None:
    many = [OWNED[0], *SUIT, piece("accessory", "tie", "navy")]
    for number in range(20):
        assert "Only" not in rendered(request("en", [many], text=str(number)))


def test_two_reasons_are_not_both_of_colour() -> None:
    why = ["colour:asked:green", "colour:accent:green", "colour:neutral"]
    for number in range(20):
        told = rendered(request("en", [DRESS], why=why, text=str(number)))
        assert len(re.findall(r"\bcolours?\b|\bgreen you wanted|\bas you wished", told)) <= 1, told


def test_where_temperatures_come_from_is_said_beside_them_alone() -> None:
    for number in range(10):
        asked = request("en", [SUIT], text=str(number), notes=["weather:normals"])
        assert "forecast" not in rendered(asked)


def test_an_ill_person_is_wished_well_before_the_clothes() -> None:
    first = next(write(request("en", [SUIT], text="I have a fever")))
    assert "[[" not in first
    assert "[[" in next(write(request("en", [SUIT], text="I have a meeting")))


def test_a_mans_shoulders_need_no_shawl() -> None:
    sky = Conditions(taboos=[Taboo(what="bare:shoulders", why="", hard=True)])
    for person, said in (("men", False), ("women", True)):
        asked = request("en", [SUIT], occasion="church", sky=sky, presentation=person)
        assert bool(re.search("[Ss]houlders (are kept|needs)|Cover the shoulders", rendered(asked))) is said


def test_a_look_that_the_occasion_frowns_on_is_not_praised_for_it() -> None:
    sky = Conditions(taboos=[Taboo(what="family:green", why="", hard=False)])
    for number in range(10):
        given = {"occasion": "indian_wedding", "colours": ["green"], "why": ["texture:contrast"], "sky": sky}
        told = rendered(request("en", [DRESS], text=str(number), **given))
        assert not re.search("competing|ceremony|photographs|celebration", told), told


def test_a_shoes_colour_is_no_colour_of_the_look() -> None:
    sky = Conditions(taboos=[Taboo(what="family:white", why="the bride's", hard=True)])
    shoes = {"wanted": [{"slot": "footwear", "colours": ["white"]}], "colours": ["white"], "presentation": "men"}
    assert "hite" not in rendered(request("en", [SUIT[2:4]], occasion="wedding", sky=sky, **shoes))
    dress = {"wanted": [{"slot": "one_piece", "colours": ["white"]}], "colours": ["white"]}
    assert "hite" in rendered(request("en", [DRESS], occasion="wedding", sky=sky, **dress))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sky_that_is_news_is_answered_once_in_a_follow_up(language: Language) -> None:
    given = {"stated_weather": ["rain"], "sky": Conditions(rain_chance=1), "refinement": Refinement(change="amend")}
    umbrella = [*SUIT[:4], piece("accessory", "umbrella", "navy")]
    asked = request(language, [umbrella], **given)
    del asked.facts["rain_chance"]
    first = "".join(write(asked))
    assert "[[1.5.name]]" in first
    assert "[[1.5.name]]" not in "".join(write(asked.model_copy(update={"said": [first]})))


def test_the_nearest_piece_is_named_where_a_cloth_cannot_be_had() -> None:
    asked = request("en", intent="find", unmet=[Unmet(constraint="fabric", asked="linen", nearest="grey sweater")])
    asked.facts["near.piece"] = "a grey sweater"
    assert "a grey sweater" in rendered(asked)


def test_a_photo_that_shows_no_garment_is_said_to() -> None:
    for number in range(10):
        assert "photo" in rendered(request("en", [SUIT], text=str(number), notes=["photos:unread"]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_who_told_what_the_invitation_asks_for_is_not_asked_again(language: Language) -> None:
    asking = re.compile(r"invitation|hosts?\b|carton|mariés demandent|hôte|请柬|主家|新人有")

    def replies(**more: object) -> str:
        texts = (str(number) for number in range(30))
        return "\n".join("".join(write(request(language, [SUIT], text=t, notes=["host_wins"], **more))) for t in texts)

    assert asking.search(replies(occasion="wedding"))
    assert not asking.search(replies(occasion="wedding", formality=(1, 3)))
    assert not asking.search(replies(occasion="wedding", host_colours=["blue"]))


COMMON = ["colour:accent:green", "texture:contrast", "volume:balance", "code:smart_casual"]
ACCENT = "only real colour|stands back|carry the colour|touch of colour|little colour|some colour"


def test_what_is_true_of_most_outfits_is_no_reason_beside_the_occasion_and_the_weather() -> None:
    sky = Conditions(temp_min_c=9, temp_max_c=15)
    for number in range(12):
        told = rendered(request("en", [DRESS], text=str(number), why=COMMON, sky=sky, occasion="dinner"))
        assert not re.search(f"{ACCENT}|textures|fabrics differ|cloths play|smart casual", told), told


def test_one_remark_on_the_only_colour_does_not_stand_in_every_reply() -> None:
    replies = [
        rendered(request("en", [DRESS], text=str(number), why=COMMON, occasion="dinner")) for number in range(40)
    ]
    assert 0 < sum(bool(re.search(ACCENT, told)) for told in replies) < 20
    assert not any("smart casual" in told for told in replies)


def test_a_code_that_was_named_is_said_to_be_kept() -> None:
    given = {"why": COMMON, "occasion": "dinner", "formality": (2.5, 4.5), "sky": Conditions(dress_code="smart_casual")}
    replies = [rendered(request("en", [DRESS], text=str(number), **given)) for number in range(10)]
    assert any("smart casual" in told for told in replies)
