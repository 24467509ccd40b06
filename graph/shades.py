"""Shades that were asked for by name: pieces of the very shade come first, else it is said that only the family is."""

from collections.abc import Iterator, Mapping, Sequence

from agents.house.lexicon import load_lexicon, load_meanings
from agents.house.reading.shades import family_of, shades_asked
from agents.house.reading.text import read
from stores.colours import lab_of_hex
from stores.vocabulary import Article, Brief, ColourFamily, Piece, Unmet, Wish
from tools.seats import Slate

# Groups of colours that are named for their lightness, and the CIELAB lightness that they end at.
DARK_TO, LIGHT_FROM = 50.0, 65.0
# Where a shade of one colour ends that is called dark: cognac is no dark brown.
DARK_SHADE_TO = 40.0


def shades_of(brief: Brief, before: Sequence[str]) -> dict[str, str]:
    """The shades that a turn asks for, by name, as they were said: by itself, or `before` where it names no colour."""
    families = {*brief.colours, *(colour for one in brief.wanted for colour in one.colours)}
    if not families:
        return {}
    told = (text for text in (brief.text, *reversed(before)) if _names_colour(text, brief))
    return shades_asked(next(told, ""), brief.language, families)


def _names_colour(text: str, brief: Brief) -> bool:
    return any(not one.denied for one in read(text, load_lexicon(brief.language)).of("colour", "tone"))


def in_words(wishes: Sequence[Wish], asked: Mapping[str, str]) -> list[Wish]:
    """The wishes with the shades in the words that are searched by, where the family is wished for."""
    shades = {family_of(name): name for name in asked}

    def worded(wish: Wish) -> Wish:
        named = [shades[family] for family in wish.prefer_colours if family in shades]
        return wish.model_copy(update={"query": " ".join([*named, wish.query])}) if named else wish

    return [worded(wish) for wish in wishes]


def by_shade(slates: Sequence[Slate], shades: Mapping[str, str]) -> Iterator[list[Slate]]:
    """The slates without the other shades of a family, where one was asked for that is there; then all there is.

    Where a dark piece is asked for, a pale grey is none, though grey is among the dark colours.
    """
    slates = [_toned(slate) for slate in slates]
    if shades:
        families = {family_of(name) for name in shades}
        strict = [
            slate._replace(candidates=[one for one in slate.candidates if not _is_other(one.piece, shades, families)])
            for slate in slates
        ]
        if any(is_of(one.piece, shades) for slate in strict for one in slate.candidates):
            yield strict
    yield [*slates]


def missing_shades(asked: Mapping[str, str], pieces: Mapping[str, Piece]) -> list[Unmet]:
    """The shades of which nothing is shown, in the words of the turn."""
    shades = asked if pieces else {}
    return [
        Unmet(constraint="shade", asked=said)
        for name, said in shades.items()
        if not any(is_of(piece, [name]) for piece in pieces.values())
    ]


def is_of(piece: Piece, shades: Sequence[str] | Mapping[str, str]) -> bool:
    named = any(colour.name.lower() in shades for colour in piece.colours)
    return named or any(_is_as_light(piece, shade) for shade in shades)


def _is_as_light(piece: Piece, shade: str) -> bool:
    """Whether a shade that is named for its lightness is that of a piece, whatever its shop calls it."""
    tone, _, name = shade.partition(" ")
    main = piece.colours[0]
    if tone not in {"dark", "light"} or not name or main.family != family_of(shade):
        return False
    lightness = lab_of_hex(main.hex)[0]
    return lightness <= DARK_SHADE_TO if tone == "dark" else lightness >= LIGHT_FROM


def _is_other(piece: Piece, shades: Mapping[str, str], families: set[ColourFamily]) -> bool:
    return isinstance(piece, Article) and piece.colours[0].family in families and not is_of(piece, shades)


def _toned(slate: Slate) -> Slate:
    """The slate without what is sold of another lightness than the group of colours that is wished for, if any is."""
    groups, wished = load_meanings().colour_groups, {*slate.wish.prefer_colours}
    if wished not in ({*groups["dark"]}, {*groups["light"]}):
        return slate
    dark = wished == {*groups["dark"]}
    fit = [one for one in slate.candidates if not isinstance(one.piece, Article) or _is_toned(one.piece, dark=dark)]
    return slate._replace(candidates=fit) if any(isinstance(one.piece, Article) for one in fit) else slate


def _is_toned(piece: Article, *, dark: bool) -> bool:
    lightness = lab_of_hex(piece.colours[0].hex)[0]
    return lightness <= DARK_TO if dark else lightness >= LIGHT_FROM
