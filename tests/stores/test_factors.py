from pathlib import Path

import pytest

from stores.factors import NAME, Factors, load_factors, save_factors


def test_what_was_saved_is_loaded_and_nothing_is_nothing(tmp_path: Path) -> None:
    assert load_factors(tmp_path) == Factors()
    factors = Factors(mean=0.1, bias={"family:red": 0.2}, factors={"family:red": [0.1, -0.3]}, people=7)
    assert load_factors(save_factors(tmp_path, factors).parent) == factors


@pytest.mark.parametrize("data", [b"{", b'{"people": "many"}', b'{"who": ["ada"]}'])
def test_a_broken_file_says_how_to_mend_it(tmp_path: Path, data: bytes) -> None:
    (tmp_path / NAME).write_bytes(data)
    with pytest.raises(ValueError, match=r"python -m training\.taste"):
        load_factors(tmp_path)
