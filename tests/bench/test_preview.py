from bench.preview import LOOKS, build_look, measure
from stores.categories import load_categories
from stores.demo.generator import generate


def test_the_looks_are_of_categories_that_there_are_and_nearly_whole() -> None:
    articles = list(generate(7))
    for number, (_, whose, wanted) in enumerate(LOOKS):
        assert set(wanted.split()) <= set(load_categories())
        look, pieces = build_look(number, wanted, whose, articles)
        assert len(pieces) == len(look.items) >= len(wanted.split()) - 1
        assert {piece.presentation for piece in pieces} <= {whose, "unisex"}


async def test_boards_are_measured_cold_and_warm_and_written_to_be_looked_at(monkeypatch, tmp_path) -> None:
    monkeypatch.setattr("bench.preview.LOOKS", (("en", "men", "belt"), ("zh", "women", "ring")))
    monkeypatch.setattr("bench.preview.ROUNDS", 2)
    figures = await measure(tmp_path)
    assert figures["n"] == 2 and figures["first_s"] > 0 and figures["board_s_p50"] > 0
    assert sorted(file.name for file in tmp_path.iterdir()) == ["board-01.png", "board-02.png"]
