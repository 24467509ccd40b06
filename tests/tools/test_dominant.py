import numpy as np
import pytest

from stores.colours import lab_of_hex, load_colours
from tools.dominant import colours_of, named
from tools.lab import Array


def cloth(**shares: int) -> Array:
    """Rows of named colours, 100 x 100, in CIELAB."""
    rows = [lab_of_hex(load_colours()[name].hex) for name, count in shares.items() for _ in range(count)]
    return np.repeat(np.array(rows)[:, None], 100, axis=1)


def families(picture: Array) -> dict[str, float]:
    found = colours_of(picture, np.ones(picture.shape[:2], dtype=bool))
    return {colour.family: colour.share for colour in found}


def test_colours_come_by_share_and_small_ones_are_left_out() -> None:
    found = families(cloth(red=20, navy=72, yellow=8))
    assert list(found) == ["navy", "red"]
    assert found["navy"] == pytest.approx(0.72, abs=0.03)


def test_a_shadow_is_no_colour_of_its_own() -> None:
    picture = cloth(red=100)
    picture[:40, :, 0] -= 12
    assert list(families(picture)) == ["red"]


def test_two_names_of_one_family_are_one_colour_with_their_shares_added() -> None:
    picture = np.vstack([cloth(cobalt=50), cloth(denim=50)])
    assert families(picture) == {"blue": 1.0}


@pytest.mark.parametrize("name", ["red", "navy", "olive", "cream", "burgundy", "teal", "pink"])
def test_a_colour_of_the_table_has_its_own_name(name: str) -> None:
    colour = named(np.array(lab_of_hex(load_colours()[name].hex)))
    assert (colour.family, colour.hex) == (load_colours()[name].family, load_colours()[name].hex)


def test_no_metal_is_ever_seen() -> None:
    metals = [colour for colour in load_colours().values() if colour.family in {"gold", "silver"}]
    assert not {"gold", "silver"} & {named(np.array(lab_of_hex(one.hex))).family for one in metals}
