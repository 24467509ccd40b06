"""In what the looks that were made fall short of what was asked, and are shown all the same."""

from collections.abc import Mapping

from graph.relooking import Asked
from stores.colours import with_shades
from stores.vocabulary import Brief, Conditions, Piece, Unmet
from tools.compose import Composition
from tools.demands import undone
from tools.dress import rules_in
from tools.gates import LARGE_SLOTS
from tools.heat import STIFLING, is_stifling
from tools.references import SINGLE
from tools.sizes import looked_in

WHITES = frozenset({"white", "cream"})


def unnamed(brief: Brief, made: Composition, pieces: Mapping[str, Piece]) -> list[Unmet]:
    """A print that was asked for, where the shop only says that there is one."""
    shown = {pieces[item.id].pattern for look in made.looks for item in look.items if item.id in pieces}
    if not brief.patterns or shown & set(brief.patterns) or "other" not in shown:
        return []
    return [Unmet(constraint="pattern", asked=brief.patterns[0], nearest="a print that the shop does not name")]


def unliked(brief: Brief, made: Composition, pieces: Mapping[str, Piece]) -> list[Unmet]:
    """A colour that who gets a present likes, where nothing is to be had in it."""
    liked = [] if brief.colours_must or brief.wearer != "other" or brief.intent not in SINGLE else brief.colours
    shown = {pieces[item.id].colours[0].family for look in made.looks for item in look.items if item.id in pieces}
    missed = liked and made.looks and not shown & {*with_shades(liked)}
    return [Unmet(constraint="colour", asked=liked[0])] if missed else []


def beyond(brief: Brief, made: Composition) -> list[Unmet]:
    """A size that no shop goes up to, where the largest was looked in instead."""
    wanted, *others = looked_in(brief.sizes.clothes) or (None,)
    worn = {item.size for look in made.looks for item in look.items}
    return [Unmet(constraint="size", asked=str(wanted), nearest=one) for one in others if one in worn]


def below_code(asked: Asked, made: Composition, pieces: Mapping[str, Piece]) -> list[Unmet]:
    """What the code asks for in the place of a piece that the person owns."""
    brief, conditions, _ = asked
    worn = [pieces[item.id] for look in made.looks[:1] for item in look.items if item.id in pieces]
    lacks = undone(worn, brief, rules_in(conditions)) if worn and made.looks[0].kind == "outfit" else []
    return [Unmet(constraint="own_piece", asked=name.replace("_", " ")) for name in lacks]


def unbridal(asked: Asked, made: Composition, pieces: Mapping[str, Piece]) -> list[str]:
    """That a bride is not shown in white, where she has asked for no colour and none is her custom's."""
    brief, _, profile = asked
    bride = brief.occasion == "own_wedding" and (brief.presentation or profile.presentation) == "women"
    chosen = brief.colours or brief.avoid_colours or brief.culture or brief.owned or brief.refinement
    worn = [pieces[item.id] for look in made.looks[:1] for item in look.items if item.id in pieces]
    white = any(piece.colours[0].family in WHITES for piece in worn if piece.slot in LARGE_SLOTS)
    return ["no_white"] if bride and worn and not (chosen or white) else []


def stifling(brief: Brief, conditions: Conditions | None, pieces: Mapping[str, Piece]) -> list[str]:
    """The cloth to warn of, where one was asked for that is too warm for the day."""
    asked = {*brief.fabrics, *(fabric for one in brief.wanted for fabric in one.fabrics)}
    warm = [f for p in pieces.values() if is_stifling(p, conditions) for f in p.fabrics if f in asked & STIFLING]
    return [f"warm_cloth:{fabric}" for fabric in warm[:1]]
