from agents.contracts import CaptionRequest, MeasuredGarment
from agents.house.captioner import caption
from stores.colours import family_colour
from stores.vocabulary import Wanted


def measured(category: str | None = None, confidence: float = 0.0) -> MeasuredGarment:
    return MeasuredGarment(colours=[family_colour("green")], pattern="stripe", category=category, confidence=confidence)


def asked(*garments: MeasuredGarment, named: list[Wanted] | None = None) -> CaptionRequest:
    return CaptionRequest(photo=1, measured=list(garments), named=named or [], categories=["dress_shirt", "tee"])


def test_a_sure_measurement_names_the_garment() -> None:
    (garment,) = caption(asked(measured("dress_shirt", 0.9))).garments
    assert (garment.name, garment.category, garment.pattern) == ("green dress shirt", "dress_shirt", "stripe")


def test_the_persons_own_word_counts_before_the_measurement() -> None:
    named = [Wanted(slot="base_top", category="tee", fabrics=["linen"], fit="relaxed")]
    (garment,) = caption(asked(measured("dress_shirt", 0.9), named=named)).garments
    assert (garment.category, garment.fabrics, garment.fit) == ("tee", ["linen"], "relaxed")


def test_what_nobody_knows_is_left_to_the_person() -> None:
    unsure = measured("tee", 0.2).model_copy(update={"alternatives": ["tee", "dress_shirt"], "sleeve": "short"})
    doubtful, blank = caption(asked(unsure, measured())).garments
    assert (doubtful.category, doubtful.slot, doubtful.sleeve) == ("unknown", None, "unknown")
    assert (doubtful.alternatives, blank.alternatives) == (["tee", "dress_shirt"], [])
    assert doubtful.colours[0].family == "green"


def test_shoes_for_certain_may_still_be_sneakers_or_boots() -> None:
    vague = measured("sneakers", 0.99).model_copy(update={"alternatives": ["sneakers", "ankle_boots"], "vague": True})
    (shoes,) = caption(asked(vague)).garments
    assert (shoes.category, shoes.alternatives) == ("unknown", ["sneakers", "ankle_boots"])
    (boots,) = caption(asked(vague, named=[Wanted(slot="footwear", category="ankle_boots")])).garments
    assert boots.category == "ankle_boots"


def test_of_a_vague_piece_that_may_be_many_things_the_likeliest_are_told() -> None:
    kinds = ["light_jacket", "down_jacket", "overcoat", "long_sleeve_top"]
    vague = measured("light_jacket", 0.8).model_copy(update={"alternatives": kinds, "vague": True})
    assert caption(asked(vague)).garments[0].alternatives == kinds[:3]


def test_what_the_kind_alone_tells_goes_with_the_kind_that_was_measured() -> None:
    short = measured("tee", 0.9).model_copy(update={"sleeve": "short"})
    assert caption(asked(short)).garments[0].sleeve == "short"
    named = [Wanted(slot="base_top", category="dress_shirt")]
    assert caption(asked(short, named=named)).garments[0].sleeve == "unknown"


def test_pixels_tell_neither_cloth_nor_people() -> None:
    seen = caption(asked(measured("tee", 0.9)))
    (garment,) = seen.garments
    assert (garment.fabrics, garment.fit, garment.neckline, garment.condition) == ([], "unknown", "unknown", "unknown")
    assert (seen.people, seen.minors, seen.scene, seen.text) == ("unknown", "unknown", "unknown", "")
    assert (garment.confidence.category, garment.confidence.fit) == (0.9, 0)
